/* t8 for the peers "c" and "c-fast": a Transformer block, one sequence after the other. Rows are positions, so that inner loops run
 * over features or, in the scores, over the positions that are looked at. */
#include "tasks.h"
#include <math.h>
#include <string.h>

enum { count = 128, batch = 16, epochs = 2, T = 64, F = 32, H = 4, K = F / H, U = 64 };

struct parameters {
  double gain1[F], shift1[F], query[F][F], key[F][F], value[F][F], out[F][F];
  double gain2[F], shift2[F], up[F][U], up_bias[U], down[U][F], down_bias[F];
  double gain3[F], shift3[F], last[F], last_bias;
};
enum { numbers = sizeof(struct parameters) / sizeof(double) };

/* Of a layer normalisation: what came out before gain and shift, and 1 / standard deviation. */
struct norm {
  double hat[T][F], scale[T];
};

static double x[count][T][F], target[count];
static struct parameters p, g, m, v;
static struct norm n1, n2, n3;
static double a1[T][F], q[T][F], k[T][F], w[T][F], weights[H][T][T], mixed[T][F], s1[T][F], a2[T][F], h[T][U], s2[T][F], a3[T][F];

#define ROWS(i) for (int i = 0; i < T; i++)
#define EACH(j, n) for (int j = 0; j < (n); j++)

static void normalize(const double in[T][F], const double *gain, const double *shift, struct norm *n, double out[T][F]) {
  ROWS(i) {
    double mean = 0, variance = 0;
    EACH(j, F) mean += in[i][j];
    mean /= F;
    EACH(j, F) variance += (in[i][j] - mean) * (in[i][j] - mean);
    n->scale[i] = 1 / sqrt(variance / F + 1e-3);
    EACH(j, F) n->hat[i][j] = (in[i][j] - mean) * n->scale[i];
    EACH(j, F) out[i][j] = gain[j] * n->hat[i][j] + shift[j];
  }
}

/* Adds the slopes of the input to `back`. */
static void denormalize(
    const double slope[T][F], const double *gain, const struct norm *n, double *dgain, double *dshift, double back[T][F]) {
  ROWS(i) {
    double scaled[F], sum = 0, along = 0;
    EACH(j, F) {
      dgain[j] += slope[i][j] * n->hat[i][j];
      dshift[j] += slope[i][j];
      scaled[j] = slope[i][j] * gain[j];
    }
    EACH(j, F) sum += scaled[j];
    EACH(j, F) along += scaled[j] * n->hat[i][j];
    EACH(j, F) back[i][j] += n->scale[i] / F * (F * scaled[j] - sum - n->hat[i][j] * along);
  }
}

/* The sums of a row stay in registers: sizes are known where these are inlined. */
#define INLINE static inline __attribute__((always_inline)) void

/* c[i][j] += Σ a[i · pitch + l · step] b[l][j] */
INLINE sums(int rows, int depth, int columns, const double *a, int pitch, int step, const double *b, int span, double *restrict c, int wide) {
  EACH(i, rows) {
    double sum[U];
    EACH(j, columns) sum[j] = c[i * wide + j];
    EACH(l, depth) EACH(j, columns) sum[j] += a[i * pitch + l * step] * b[l * span + j];
    EACH(j, columns) c[i * wide + j] = sum[j];
  }
}

/* c[i][j] += Σ a[i][l] b[l][j] */
INLINE product(int rows, int depth, int columns, const double *a, const double *b, double *restrict c) {
  sums(rows, depth, columns, a, depth, 1, b, columns, c, columns);
}

/* c[l][j] += Σ a[i][l] b[i][j] */
INLINE gradient(int rows, int depth, int columns, const double *a, const double *b, double *restrict c) {
  sums(depth, rows, columns, a, 1, depth, b, columns, c, columns);
}

INLINE turn(int rows, int columns, const double *a, double *restrict b) {
  EACH(i, rows) EACH(j, columns) b[j * rows + i] = a[i * columns + j];
}

/* c[i][l] += Σ a[i][j] b[l][j] */
INLINE back(int rows, int depth, int columns, const double *a, const double *b, double *restrict c) {
  double turned[F * U];
  turn(depth, columns, b, turned);
  product(rows, columns, depth, a, turned, c);
}

static double forward(const double in[T][F]) {
  normalize(in, p.gain1, p.shift1, &n1, a1);
  memset(q, 0, sizeof q), memset(k, 0, sizeof k), memset(w, 0, sizeof w), memset(mixed, 0, sizeof mixed);
  product(T, F, F, a1[0], p.query[0], q[0]);
  product(T, F, F, a1[0], p.key[0], k[0]);
  product(T, F, F, a1[0], p.value[0], w[0]);
  double across[F][T];
  turn(T, F, k[0], across[0]);
  memset(weights, 0, sizeof weights);
  EACH(head, H) {
    sums(T, K, T, q[0] + head * K, F, 1, across[head * K], T, weights[head][0], T);
    ROWS(i) {
      double *row = weights[head][i], most = -INFINITY, sum = 0;
      ROWS(j) row[j] /= sqrt(K);
      ROWS(j) most = row[j] > most ? row[j] : most;
      ROWS(j) row[j] = exp(row[j] - most);
      ROWS(j) sum += row[j];
      ROWS(j) row[j] /= sum;
    }
    sums(T, T, K, weights[head][0], T, 1, w[0] + head * K, F, mixed[0] + head * K, F);
  }
  memcpy(s1, in, sizeof s1);
  product(T, F, F, mixed[0], p.out[0], s1[0]);
  normalize(s1, p.gain2, p.shift2, &n2, a2);
  ROWS(i) memcpy(h[i], p.up_bias, sizeof h[i]);
  product(T, F, U, a2[0], p.up[0], h[0]);
  ROWS(i) EACH(j, U) h[i][j] = h[i][j] > 0 ? h[i][j] : 0;
  ROWS(i) EACH(j, F) s2[i][j] = s1[i][j] + p.down_bias[j];
  product(T, U, F, h[0], p.down[0], s2[0]);
  normalize(s2, p.gain3, p.shift3, &n3, a3);
  double mean[F] = {0}, answer = p.last_bias;
  ROWS(i) EACH(j, F) mean[j] += a3[i][j] / T;
  EACH(j, F) answer += mean[j] * p.last[j];
  return answer;
}

static void backward(double slope) {
  static double d3[T][F], d2[T][F], dh[T][U], da[T][F], d1[T][F], dm[T][F], dq[T][F], dk[T][F], dw[T][F], none[T][F];
  double mean[F] = {0};
  ROWS(i) EACH(j, F) mean[j] += a3[i][j] / T;
  EACH(j, F) g.last[j] += slope * mean[j];
  g.last_bias += slope;
  ROWS(i) EACH(j, F) d3[i][j] = slope * p.last[j] / T;
  memset(d2, 0, sizeof d2);
  denormalize(d3, p.gain3, &n3, g.gain3, g.shift3, d2);
  gradient(T, U, F, h[0], d2[0], g.down[0]);
  ROWS(i) EACH(j, F) g.down_bias[j] += d2[i][j];
  memset(dh, 0, sizeof dh);
  back(T, U, F, d2[0], p.down[0], dh[0]);
  ROWS(i) EACH(j, U) dh[i][j] = h[i][j] > 0 ? dh[i][j] : 0;
  gradient(T, F, U, a2[0], dh[0], g.up[0]);
  ROWS(i) EACH(j, U) g.up_bias[j] += dh[i][j];
  memset(da, 0, sizeof da);
  back(T, F, U, dh[0], p.up[0], da[0]);
  memcpy(d1, d2, sizeof d1);
  denormalize(da, p.gain2, &n2, g.gain2, g.shift2, d1);
  gradient(T, F, F, mixed[0], d1[0], g.out[0]);
  memset(dm, 0, sizeof dm), memset(dq, 0, sizeof dq), memset(dk, 0, sizeof dk), memset(dw, 0, sizeof dw);
  back(T, F, F, d1[0], p.out[0], dm[0]);
  double across[F][T];
  turn(T, F, w[0], across[0]);
  EACH(head, H) {
    static double ds[T][T];
    memset(ds, 0, sizeof ds);
    sums(T, K, T, dm[0] + head * K, F, 1, across[head * K], T, ds[0], T);
    sums(T, T, K, weights[head][0], 1, T, dm[0] + head * K, F, dw[0] + head * K, F);
    ROWS(i) {
      double *row = weights[head][i], sum = 0;
      ROWS(j) sum += ds[i][j] * row[j];
      ROWS(j) ds[i][j] = row[j] * (ds[i][j] - sum) / sqrt(K);
    }
    sums(T, T, K, ds[0], T, 1, k[0] + head * K, F, dq[0] + head * K, F);
    sums(T, T, K, ds[0], 1, T, q[0] + head * K, F, dk[0] + head * K, F);
  }
  gradient(T, F, F, a1[0], dq[0], g.query[0]);
  gradient(T, F, F, a1[0], dk[0], g.key[0]);
  gradient(T, F, F, a1[0], dw[0], g.value[0]);
  memset(da, 0, sizeof da);
  back(T, F, F, dq[0], p.query[0], da[0]);
  back(T, F, F, dk[0], p.key[0], da[0]);
  back(T, F, F, dw[0], p.value[0], da[0]);
  denormalize(da, p.gain1, &n1, g.gain1, g.shift1, none);
}

static void adam(int step) {
  double *restrict at = (double *)&p, *restrict slope = (double *)&g, *restrict first = (double *)&m, *restrict second = (double *)&v;
  double rate = 1e-3 / (1 - pow(.9, step)), root = 1 / sqrt(1 - pow(.999, step));
  EACH(i, numbers) {
    first[i] = .9 * first[i] + .1 * slope[i];
    second[i] = .999 * second[i] + .001 * slope[i] * slope[i];
    at[i] -= rate * first[i] / (sqrt(second[i]) * root + 1e-8);
  }
}

double t8(double *seconds) {
  EACH(n, count) {
    target[n] = 0;
    ROWS(i) EACH(j, F) x[n][i][j] = uniform(90, ((uint64_t)n * T + i) * F + j);
    ROWS(i) target[n] += x[n][i][0] * x[n][i][1] / T;
  }
  memset(&p, 0, sizeof p), memset(&m, 0, sizeof m), memset(&v, 0, sizeof v);
  EACH(j, F) p.gain1[j] = p.gain2[j] = p.gain3[j] = 1;
  glorot(91, F, F, p.query[0]);
  glorot(92, F, F, p.key[0]);
  glorot(93, F, F, p.value[0]);
  glorot(94, F, F, p.out[0]);
  glorot(95, F, U, p.up[0]);
  glorot(96, U, F, p.down[0]);
  glorot(97, F, 1, p.last);
  double start = now(), loss = 0;
  for (int epoch = 0, step = 0; epoch < epochs; epoch++)
    for (int first = 0; first < count; first += batch) {
      memset(&g, 0, sizeof g);
      EACH(n, batch) backward(2 * (forward(x[first + n]) - target[first + n]) / batch);
      adam(++step);
    }
  *seconds = now() - start;
  EACH(n, count) {
    double error = forward(x[n]) - target[n];
    loss += error * error;
  }
  return loss / count;
}
