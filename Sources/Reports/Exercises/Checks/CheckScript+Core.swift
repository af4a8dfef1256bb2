extension CheckScript {
    /// The arithmetic of checking, in the JavaScript that any engine runs: SHA-256 (FIPS 180-4), HMAC (RFC 2104), PBKDF2
    /// (RFC 8018), reading numbers as people write them, and what is said of them.
    static let core = """
        var lecternCheck = (function () {
          'use strict';
          var constants = [], beginning = [];
          (function () {
            function isPrime(n) { for (var d = 2; d * d <= n; d++) if (n % d === 0) return false; return true; }
            function fraction(x) { return (x - Math.floor(x)) * 4294967296 | 0; }
            for (var n = 2; constants.length < 64; n++) {
              if (!isPrime(n)) continue;
              if (beginning.length < 8) beginning.push(fraction(Math.pow(n, 1 / 2)));
              constants.push(fraction(Math.pow(n, 1 / 3)));
            }
          })();
          var w = new Int32Array(64), k = new Int32Array(constants);

          // One block of sixteen words, which stand in w.
          function compress(state) {
            var i, x, y, t1, t2;
            for (i = 16; i < 64; i++) {
              x = w[i - 15];
              y = w[i - 2];
              w[i] = w[i - 16] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3) + w[i - 7]
                + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10) | 0;
            }
            var a = state[0], b = state[1], c = state[2], d = state[3];
            var e = state[4], f = state[5], g = state[6], h = state[7];
            for (i = 0; i < 64; i++) {
              t1 = h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + k[i] + w[i] | 0;
              t2 = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c) | 0;
              h = g; g = f; f = e; e = d + t1 | 0; d = c; c = b; b = a; a = t1 + t2 | 0;
            }
            state[0] = state[0] + a | 0; state[1] = state[1] + b | 0; state[2] = state[2] + c | 0; state[3] = state[3] + d | 0;
            state[4] = state[4] + e | 0; state[5] = state[5] + f | 0; state[6] = state[6] + g | 0; state[7] = state[7] + h | 0;
          }

          // The digest of bytes that follow so many others which `state` has taken in.
          function finished(state, bytes, before) {
            var all = bytes.concat([128]), result = new Int32Array(state), i, place;
            while (all.length % 64 !== 56) all.push(0);
            var bits = (before + bytes.length) * 8;
            all.push(0, 0, 0, 0, bits >>> 24 & 255, bits >>> 16 & 255, bits >>> 8 & 255, bits & 255);
            for (place = 0; place < all.length; place += 64) {
              for (i = 0; i < 16; i++) {
                var at = place + 4 * i;
                w[i] = all[at] << 24 | all[at + 1] << 16 | all[at + 2] << 8 | all[at + 3];
              }
              compress(result);
            }
            return result;
          }

          function bytesOf(state) {
            var bytes = [];
            for (var i = 0; i < 8; i++) bytes.push(state[i] >>> 24 & 255, state[i] >>> 16 & 255, state[i] >>> 8 & 255, state[i] & 255);
            return bytes;
          }

          // What HMAC has taken in before the message: the key with the inner and the outer pad.
          function keyed(key) {
            if (key.length > 64) key = bytesOf(finished(new Int32Array(beginning), key, 0));
            function padded(pad) {
              var state = new Int32Array(beginning);
              for (var i = 0; i < 16; i++) {
                w[i] = 0;
                for (var j = 0; j < 4; j++) w[i] = w[i] << 8 | ((key[4 * i + j] || 0) ^ pad);
              }
              compress(state);
              return state;
            }
            return { inner: padded(54), outer: padded(92) };
          }

          function authenticated(pads, bytes) { return finished(pads.outer, bytesOf(finished(pads.inner, bytes, 64)), 64); }

          // HMAC of one digest, in place: all that the rounds do.
          function again(pads, digest) {
            var sides = [pads.inner, pads.outer];
            for (var side = 0; side < 2; side++) {
              for (var i = 0; i < 8; i++) w[i] = digest[i];
              w[8] = -2147483648;
              for (i = 9; i < 15; i++) w[i] = 0;
              w[15] = 768;
              digest.set(sides[side]);
              compress(digest);
            }
          }

          // The first 32 bytes of PBKDF2, in pieces.
          function slowly(password, salt, rounds) {
            var pads = keyed(password), digest = authenticated(pads, salt.concat([0, 0, 0, 1])), sum = new Int32Array(digest);
            var done = 1;
            return {
              step: function (count) {
                for (; count > 0 && done < rounds; count--, done++) {
                  again(pads, digest);
                  for (var i = 0; i < 8; i++) sum[i] ^= digest[i];
                }
                return done >= rounds;
              },
              key: function () { return bytesOf(sum); }
            };
          }

          // So many bytes from a key and a name: PBKDF2 of one round.
          function stretched(key, name, count) {
            var pads = keyed(key), bytes = [];
            for (var block = 1; bytes.length < count; block++) {
              bytes = bytes.concat(bytesOf(authenticated(pads, ascii(name).concat([0, 0, block >> 8, block & 255]))));
            }
            return bytes.slice(0, count);
          }

          function ascii(text) { return text.split('').map(function (letter) { return letter.charCodeAt(0); }); }

          function lettered(text) {
            var bytes = [];
            for (var i = 0; i < text.length; i += 2) bytes.push((text.charCodeAt(i) - 97) << 4 | text.charCodeAt(i + 1) - 97);
            return bytes;
          }

          // 0.75, 0,75, −1.5e-3, 1.5·10^-3, ٠٫٧٥; null for what is none.
          function number(text) {
            var plain = text.replace(/[\\u0660-\\u0669]/g, function (digit) { return String(digit.charCodeAt(0) - 0x660); });
            plain = plain.replace(/\\u066b/g, '.').replace(/[\\u2212\\u2013]/g, '-').replace(/[\\s\\u00a0\\u202f\\u061c\\u200e\\u200f]/g, '');
            if (plain.indexOf('.') < 0) plain = plain.replace(',', '.');
            plain = plain.replace(/[\\u00b7\\u00d7*x]10\\^?\\(?([-+]?\\d+)\\)?$/, 'e$1');
            return /^[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d{1,3})?$/i.test(plain) ? Number(plain) : null;
          }

          // The multiples of the grids that numbers are nearest to; with `leads` only those that have the right rest.
          function multiples(group, values, leads) {
            return values.map(function (value, index) {
              var field = group.fields[index], share = value / field.grid;
              if (!leads) return Math.round(share);
              var near = Math.round((share - field.rest) / 3) * 3 + field.rest;
              return near;
            });
          }

          // What is said under a key; null where nothing is.
          function told(group, key) {
            var mark = stretched(key, 'mark', 8);
            for (var i = 0; i < group.entries.length; i++) {
              var bytes = lettered(group.entries[i]);
              if (mark.some(function (byte, place) { return byte !== bytes[place]; })) continue;
              var stream = stretched(key, 'text', bytes.length - 8);
              return JSON.parse(bytes.slice(8).map(function (byte, place) {
                return String.fromCharCode(byte ^ stream[place]);
              }).join(''));
            }
            return null;
          }

          function password(multiples) { return ascii(multiples.map(function (one) { return String(one); }).join(',')); }

          // A mark for each number and perhaps a sentence. `derive` gives a key, or the promise of one.
          function verdict(group, values, entry) {
            var marks = values.map(function () { return ''; });
            if (!entry) return { marks: marks };
            if (entry.words) return { marks: marks, words: entry.words };
            return {
              marks: values.map(function (value, index) {
                return Math.abs(value - entry.values[index]) <= entry.tolerances[index] ? 'right' : 'nearly';
              })
            };
          }

          function judge(group, values, derive) {
            var led = multiples(group, values, true), plain = multiples(group, values, false), salt = lettered(group.salt);
            return derive(password(led), salt, group.rounds).then(function (key) {
              var entry = told(group, key);
              // What a slip leads to is recognised from the numbers as they are.
              if (entry && entry.values || String(led) === String(plain)) return verdict(group, values, entry);
              return derive(password(plain), salt, group.rounds).then(function (key) {
                return verdict(group, values, told(group, key));
              });
            });
          }

          return { judge: judge, number: number, slowly: slowly, stretched: stretched };
        })();

        """
}
