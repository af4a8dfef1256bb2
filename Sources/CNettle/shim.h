#include <nettle/pbkdf2.h>
#include <nettle/sha2.h>
#include <nettle/version.h>
#include <stddef.h>
#include <stdint.h>

/// SHA-256 of some bytes. Nettle's functions are macros of other names, and version 4 takes one argument less.
static inline void lectern_sha256(const uint8_t *bytes, size_t count, uint8_t digest[static SHA256_DIGEST_SIZE]) {
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, count, bytes);
#if NETTLE_VERSION_MAJOR >= 4
    sha256_digest(&context, digest);
#else
    sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
#endif
}

/// PBKDF2 with HMAC and SHA-256 (RFC 8018). The function is a macro of another name.
static inline void lectern_pbkdf2(
    const uint8_t *password, size_t password_count, unsigned rounds, const uint8_t *salt, size_t salt_count, uint8_t *key,
    size_t key_count) {
    pbkdf2_hmac_sha256(password_count, password, rounds, salt_count, salt, key_count, key);
}
