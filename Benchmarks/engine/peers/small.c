/* Peers "c" and "c-fast": t1 to t3 as one would write them by hand in C, units before samples so that loops run over samples;
 * t6 and t7 stand in layers.c, t8 in transformer.c.
 * Compiled -O3 -march=native, and for "c-fast" also -ffast-math, which reorders sums and takes glibc's vector functions. */
#include "tasks.h"
#include <math.h>
#include <string.h>

static double logistic(double z) { return 1 / (1 + exp(-z)); }
static double cross_entropy(double z, double t) { return fmax(z, 0) - z * t + log1p(exp(-fabs(z))); }

static double t1(double *seconds) {
  const double x[2] = {.05, .10}, t[2] = {.01, .99};
  double w[2][2] = {{.15, .20}, {.25, .30}}, v[2][2] = {{.40, .45}, {.50, .55}}, h[2], o[2], dh[2], d[2], loss = 0;
  double start = now();
  for (int step = 0; step <= 10000; step++) {
    for (int j = 0; j < 2; j++) h[j] = logistic(w[j][0] * x[0] + w[j][1] * x[1] + .35);
    for (int j = 0; j < 2; j++) o[j] = logistic(v[j][0] * h[0] + v[j][1] * h[1] + .60);
    if (step == 10000) break;
    for (int j = 0; j < 2; j++) d[j] = (o[j] - t[j]) * o[j] * (1 - o[j]);
    for (int i = 0; i < 2; i++) dh[i] = (d[0] * v[0][i] + d[1] * v[1][i]) * h[i] * (1 - h[i]);
    for (int j = 0; j < 2; j++)
      for (int i = 0; i < 2; i++) {
        v[j][i] -= .5 * d[j] * h[i];
        w[j][i] -= .5 * dh[j] * x[i];
      }
  }
  *seconds = now() - start;
  for (int j = 0; j < 2; j++) loss += .5 * (t[j] - o[j]) * (t[j] - o[j]);
  return loss;
}

static double t2(double *seconds) {
  const double x[2][4] = {{0, 0, 1, 1}, {0, 1, 0, 1}}, t[4] = {0, 1, 1, 0};
  double w[4][2], b[4] = {0}, v[4], c = 0, h[4][4], z[4], d[4], loss = 0;
  for (int j = 0; j < 4; j++) {
    for (int i = 0; i < 2; i++) w[j][i] = sin(2 * j + i + 1);
    v[j] = sin(9 + j);
  }
  double start = now();
  for (int epoch = 0; epoch <= 5000; epoch++) {
    for (int j = 0; j < 4; j++)
      for (int n = 0; n < 4; n++) h[j][n] = tanh(w[j][0] * x[0][n] + w[j][1] * x[1][n] + b[j]);
    for (int n = 0; n < 4; n++) z[n] = c + v[0] * h[0][n] + v[1] * h[1][n] + v[2] * h[2][n] + v[3] * h[3][n];
    if (epoch == 5000) break;
    for (int n = 0; n < 4; n++) d[n] = .25 * (logistic(z[n]) - t[n]);
    for (int j = 0; j < 4; j++) {
      double gv = 0, g0 = 0, g1 = 0, gb = 0;
      for (int n = 0; n < 4; n++) {
        double e = d[n] * v[j] * (1 - h[j][n] * h[j][n]);
        gv += d[n] * h[j][n];
        g0 += e * x[0][n];
        g1 += e * x[1][n];
        gb += e;
      }
      v[j] -= .5 * gv;
      w[j][0] -= .5 * g0;
      w[j][1] -= .5 * g1;
      b[j] -= .5 * gb;
    }
    c -= .5 * (d[0] + d[1] + d[2] + d[3]);
  }
  *seconds = now() - start;
  for (int n = 0; n < 4; n++) loss += .25 * cross_entropy(z[n], t[n]);
  return loss;
}

enum { count = 1000, hidden = 16, batch = 32 };
static double x[2 * count], t[count], w1[2][hidden], b1[hidden], w2[hidden][hidden], b2[hidden], w3[hidden], b3;
static double in[2][batch], h1[hidden][batch], h2[hidden][batch], z[batch], d1[hidden][batch], d2[hidden][batch], d3[batch];

static void forward(int first, int m) {
  for (int n = 0; n < m; n++) {
    in[0][n] = x[2 * (first + n)];
    in[1][n] = x[2 * (first + n) + 1];
    z[n] = b3;
  }
  for (int j = 0; j < hidden; j++)
    for (int n = 0; n < m; n++) h1[j][n] = tanh(w1[0][j] * in[0][n] + w1[1][j] * in[1][n] + b1[j]);
  for (int j = 0; j < hidden; j++) {
    double sum[batch];
    for (int n = 0; n < m; n++) sum[n] = b2[j];
    for (int i = 0; i < hidden; i++)
      for (int n = 0; n < m; n++) sum[n] += w2[i][j] * h1[i][n];
    for (int n = 0; n < m; n++) h2[j][n] = tanh(sum[n]);
    for (int n = 0; n < m; n++) z[n] += w3[j] * h2[j][n];
  }
}

static double dot(const double *a, const double *b, int m) {
  double sum = 0;
  for (int n = 0; n < m; n++) sum += a[n] * b[n];
  return sum;
}

static double total(const double *a, int m) {
  double sum = 0;
  for (int n = 0; n < m; n++) sum += a[n];
  return sum;
}

static double t3(double *seconds) {
  moons(x, t);
  glorot(30, 2, hidden, w1[0]);
  glorot(31, hidden, hidden, w2[0]);
  glorot(32, hidden, 1, w3);
  memset(b1, 0, sizeof b1);
  memset(b2, 0, sizeof b2);
  b3 = 0;
  double start = now(), loss = 0;
  for (int epoch = 0; epoch < 100; epoch++)
    for (int first = 0; first < count; first += batch) {
      int m = count - first < batch ? count - first : batch;
      forward(first, m);
      for (int n = 0; n < m; n++) d3[n] = (logistic(z[n]) - t[first + n]) / m;
      for (int j = 0; j < hidden; j++)
        for (int n = 0; n < m; n++) d2[j][n] = w3[j] * d3[n] * (1 - h2[j][n] * h2[j][n]);
      for (int i = 0; i < hidden; i++) {
        double sum[batch] = {0};
        for (int j = 0; j < hidden; j++)
          for (int n = 0; n < m; n++) sum[n] += w2[i][j] * d2[j][n];
        for (int n = 0; n < m; n++) d1[i][n] = sum[n] * (1 - h1[i][n] * h1[i][n]);
      }
      for (int j = 0; j < hidden; j++) {
        w3[j] -= .1 * dot(d3, h2[j], m);
        for (int i = 0; i < hidden; i++) w2[i][j] -= .1 * dot(d2[j], h1[i], m);
        for (int i = 0; i < 2; i++) w1[i][j] -= .1 * dot(d1[j], in[i], m);
        b2[j] -= .1 * total(d2[j], m);
        b1[j] -= .1 * total(d1[j], m);
      }
      b3 -= .1 * total(d3, m);
    }
  *seconds = now() - start;
  for (int first = 0; first < count; first += batch) {
    int m = count - first < batch ? count - first : batch;
    forward(first, m);
    for (int n = 0; n < m; n++) loss += cross_entropy(z[n], t[first + n]);
  }
  return loss / count;
}

int main(int argc, char **argv) {
  if (asked(argc, argv, "t1")) report(PEER, "t1", 10000, repetitions(argc, argv), t1);
  if (asked(argc, argv, "t2")) report(PEER, "t2", 20000, repetitions(argc, argv), t2);
  if (asked(argc, argv, "t3")) report(PEER, "t3", 100000, repetitions(argc, argv), t3);
  if (asked(argc, argv, "t6")) report(PEER, "t6", 5391, repetitions(argc, argv), t6);
  if (asked(argc, argv, "t7")) report(PEER, "t7", 1280, repetitions(argc, argv), t7);
  if (asked(argc, argv, "t8")) report(PEER, "t8", 256, repetitions(argc, argv), t8);
}
