/* t6 and t7 for the peers "c" and "c-fast": a convolution with a window's filters side by side, and an LSTM with units before
 * samples so that loops run over samples. */
#include "tasks.h"
#include <math.h>
#include <string.h>

enum { batch = 32 };

static void descend(double *restrict w, const double *restrict g, long count, double rate) {
  for (long k = 0; k < count; k++) w[k] -= rate * g[k];
}

/* ---- t6: 8 filters 3 x 3 over 8 x 8, ReLU, max-pooling 2, dense 10 ---- */

enum { pictures = 1797, filters = 8, taps = 9, places = 36, pooled = 9, wide = pooled * filters, classes = 10 };
static double picture[pictures * 64];
static int label[pictures];
static double kernel[taps][filters], kernel_bias[filters], dense[wide][classes], dense_bias[classes];
static double curve[batch][places][filters], largest[batch][wide], answer[batch][classes];

/* The first number under the window of an output, and the outputs under a window of the pooling. */
static int corner(int place) { return place / 6 * 8 + place % 6; }
static int under(int window, int k) { return (window / 3 * 2 + k / 2) * 6 + window % 3 * 2 + k % 2; }

static void see(const double *x, int n) {
  for (int p = 0; p < places; p++) {
    double sum[filters];
    for (int f = 0; f < filters; f++) sum[f] = kernel_bias[f];
    for (int k = 0; k < taps; k++)
      for (int f = 0; f < filters; f++) sum[f] += x[corner(p) + k / 3 * 8 + k % 3] * kernel[k][f];
    for (int f = 0; f < filters; f++) curve[n][p][f] = sum[f] > 0 ? sum[f] : 0;
  }
  for (int w = 0; w < pooled; w++)
    for (int f = 0; f < filters; f++) {
      double most = curve[n][under(w, 0)][f];
      for (int k = 1; k < 4; k++) most = curve[n][under(w, k)][f] > most ? curve[n][under(w, k)][f] : most;
      largest[n][w * filters + f] = most;
    }
  double sum[classes];
  for (int j = 0; j < classes; j++) sum[j] = dense_bias[j];
  for (int i = 0; i < wide; i++)
    for (int j = 0; j < classes; j++) sum[j] += largest[n][i] * dense[i][j];
  memcpy(answer[n], sum, sizeof sum);
}

static double powers(const double *z, double *p, double *most) {
  double sum = 0;
  *most = z[0];
  for (int j = 1; j < classes; j++) *most = z[j] > *most ? z[j] : *most;
  for (int j = 0; j < classes; j++) p[j] = exp(z[j] - *most);
  for (int j = 0; j < classes; j++) sum += p[j];
  return sum;
}

static void learn(int first, int m) {
  static double dk[taps][filters], dkb[filters], dw[wide][classes], dwb[classes];
  memset(dk, 0, sizeof dk), memset(dkb, 0, sizeof dkb), memset(dw, 0, sizeof dw), memset(dwb, 0, sizeof dwb);
  for (int n = 0; n < m; n++) {
    const double *x = picture + 64 * (first + n);
    double d[classes], back[wide], slope[places][filters] = {{0}}, most, sum = powers(answer[n], d, &most);
    for (int j = 0; j < classes; j++) dwb[j] += d[j] = d[j] / sum - (j == label[first + n]);
    for (int i = 0; i < wide; i++) {
      double total = 0;
      for (int j = 0; j < classes; j++) {
        dw[i][j] += largest[n][i] * d[j];
        total += dense[i][j] * d[j];
      }
      back[i] = largest[n][i] > 0 ? total : 0;
    }
    for (int w = 0; w < pooled; w++)
      for (int f = 0; f < filters; f++) {
        double rest = back[w * filters + f];
        for (int k = 0; k < 4; k++) {
          int is = curve[n][under(w, k)][f] == largest[n][w * filters + f];
          slope[under(w, k)][f] = is ? rest : 0;
          rest = is ? 0 : rest;
        }
      }
    for (int p = 0; p < places; p++) {
      for (int k = 0; k < taps; k++)
        for (int f = 0; f < filters; f++) dk[k][f] += x[corner(p) + k / 3 * 8 + k % 3] * slope[p][f];
      for (int f = 0; f < filters; f++) dkb[f] += slope[p][f];
    }
  }
  double rate = .1 / m;
  descend((double *)kernel, (double *)dk, taps * filters, rate);
  descend(kernel_bias, dkb, filters, rate);
  descend((double *)dense, (double *)dw, wide * classes, rate);
  descend(dense_bias, dwb, classes, rate);
}

double t6(double *seconds) {
  static double all[taps][72];
  prototypes(pictures, 64, .3, 2, 3, picture, label);
  glorot(60, taps, 72, all[0]);
  for (int k = 0; k < taps; k++) memcpy(kernel[k], all[k], sizeof kernel[k]);
  glorot(61, wide, classes, dense[0]);
  memset(kernel_bias, 0, sizeof kernel_bias), memset(dense_bias, 0, sizeof dense_bias);
  double start = now(), loss = 0, scratch[classes], most;
  for (int epoch = 0; epoch < 3; epoch++)
    for (int first = 0; first < pictures; first += batch) {
      int m = pictures - first < batch ? pictures - first : batch;
      for (int n = 0; n < m; n++) see(picture + 64 * (first + n), n);
      learn(first, m);
    }
  *seconds = now() - start;
  for (int r = 0; r < pictures; r++) {
    see(picture + 64 * r, 0);
    double sum = powers(answer[0], scratch, &most);
    loss += most + log(sum) - answer[0][label[r]];
  }
  return loss / pictures;
}

/* ---- t7: LSTM of 16 units over 20 x 2, the last state to one number ---- */

enum { sequences = 256, steps = 20, features = 2, units = 16, sums = 4 * units };
static double number[sequences][steps][features], target[sequences];
static double w[features][sums], u[units][sums], bias[sums], v[units], c;
static double in[steps][features][batch], gate[steps][sums][batch], cell[steps + 1][units][batch], bent[steps][units][batch];
static double state[steps + 1][units][batch], z[batch];

static double logistic(double x) { return 1 / (1 + exp(-x)); }

static void walk(int first) {
  for (int t = 0; t < steps; t++)
    for (int i = 0; i < features; i++)
      for (int n = 0; n < batch; n++) in[t][i][n] = number[first + n][t][i];
  for (int t = 0; t < steps; t++) {
    for (int j = 0; j < sums; j++) {
      double sum[batch];
      for (int n = 0; n < batch; n++) sum[n] = bias[j];
      for (int i = 0; i < features; i++)
        for (int n = 0; n < batch; n++) sum[n] += w[i][j] * in[t][i][n];
      for (int k = 0; k < units; k++)
        for (int n = 0; n < batch; n++) sum[n] += u[k][j] * state[t][k][n];
      if (j / units == 2)
        for (int n = 0; n < batch; n++) gate[t][j][n] = tanh(sum[n]);
      else
        for (int n = 0; n < batch; n++) gate[t][j][n] = logistic(sum[n]);
    }
    for (int k = 0; k < units; k++)
      for (int n = 0; n < batch; n++) {
        cell[t + 1][k][n] = gate[t][units + k][n] * cell[t][k][n] + gate[t][k][n] * gate[t][2 * units + k][n];
        bent[t][k][n] = tanh(cell[t + 1][k][n]);
        state[t + 1][k][n] = gate[t][3 * units + k][n] * bent[t][k][n];
      }
  }
  for (int n = 0; n < batch; n++) z[n] = c;
  for (int k = 0; k < units; k++)
    for (int n = 0; n < batch; n++) z[n] += v[k] * state[steps][k][n];
}

static double dot(const double *a, const double *b) {
  double sum = 0;
  for (int n = 0; n < batch; n++) sum += a[n] * b[n];
  return sum;
}

static double total(const double *a) {
  double sum = 0;
  for (int n = 0; n < batch; n++) sum += a[n];
  return sum;
}

static void back(int first) {
  static double dw[features][sums], du[units][sums], db[sums], dv[units], d[batch];
  static double dh[units][batch], dc[units][batch], slope[sums][batch];
  memset(dw, 0, sizeof dw), memset(du, 0, sizeof du), memset(db, 0, sizeof db), memset(dc, 0, sizeof dc);
  for (int n = 0; n < batch; n++) d[n] = 2 * (z[n] - target[first + n]);
  for (int k = 0; k < units; k++) {
    dv[k] = dot(d, state[steps][k]);
    for (int n = 0; n < batch; n++) dh[k][n] = v[k] * d[n];
  }
  for (int t = steps - 1; t >= 0; t--) {
    for (int k = 0; k < units; k++)
      for (int n = 0; n < batch; n++) {
        double i = gate[t][k][n], f = gate[t][units + k][n], g = gate[t][2 * units + k][n], o = gate[t][3 * units + k][n];
        double curved = bent[t][k][n], arriving = dc[k][n] + dh[k][n] * o * (1 - curved * curved);
        slope[k][n] = arriving * g * i * (1 - i);
        slope[units + k][n] = arriving * cell[t][k][n] * f * (1 - f);
        slope[2 * units + k][n] = arriving * i * (1 - g * g);
        slope[3 * units + k][n] = dh[k][n] * curved * o * (1 - o);
        dc[k][n] = arriving * f;
      }
    for (int j = 0; j < sums; j++) {
      for (int i = 0; i < features; i++) dw[i][j] += dot(slope[j], in[t][i]);
      for (int k = 0; k < units; k++) du[k][j] += dot(slope[j], state[t][k]);
      db[j] += total(slope[j]);
    }
    for (int k = 0; k < units; k++) {
      double sum[batch] = {0};
      for (int j = 0; j < sums; j++)
        for (int n = 0; n < batch; n++) sum[n] += u[k][j] * slope[j][n];
      memcpy(dh[k], sum, sizeof sum);
    }
  }
  double rate = .1 / batch;
  descend((double *)w, (double *)dw, features * sums, rate);
  descend((double *)u, (double *)du, units * sums, rate);
  descend(bias, db, sums, rate);
  descend(v, dv, units, rate);
  c -= rate * total(d);
}

double t7(double *seconds) {
  for (int n = 0; n < sequences; n++) {
    target[n] = 0;
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < features; i++) number[n][t][i] = uniform(70, 40 * n + 2 * t + i);
      target[n] += number[n][t][0] * number[n][t][1] / steps;
    }
  }
  glorot(71, features, sums, w[0]);
  glorot(72, units, sums, u[0]);
  glorot(73, units, 1, v);
  memset(bias, 0, sizeof bias);
  c = 0;
  double start = now(), loss = 0;
  for (int epoch = 0; epoch < 5; epoch++)
    for (int first = 0; first < sequences; first += batch) {
      walk(first);
      back(first);
    }
  *seconds = now() - start;
  for (int first = 0; first < sequences; first += batch) {
    walk(first);
    for (int n = 0; n < batch; n++) loss += (z[n] - target[first + n]) * (z[n] - target[first + n]);
  }
  return loss / sequences;
}
