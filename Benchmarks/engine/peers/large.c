/* Peers "c-openblas": t4 and t5 in C over cblas_dgemm, weights held [inputs][units]; the loops between are compiled
 * -O3 -march=native -ffast-math. OPENBLAS_CORETYPE chooses the kernel, OPENBLAS_NUM_THREADS the threads. */
#include "tasks.h"
#include <cblas.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most = 32 };
struct layer {
  int inputs, units;
  double *w, *b, *gw, *gb, *y, *d, *m, *v; /* m and v: weights, then biases */
};

static double *numbers(long count) { return aligned_alloc(64, (count * 8 + 63) / 64 * 64); }

static void forward(struct layer *net, int depth, const double *x, int rows) {
  for (int l = 0; l < depth; l++) {
    struct layer *a = net + l;
    for (int r = 0; r < rows; r++) memcpy(a->y + (long)r * a->units, a->b, a->units * sizeof(double));
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, rows, a->units, a->inputs, 1, x, a->inputs, a->w, a->units, 1, a->y,
                a->units);
    if (l + 1 < depth)
      for (long k = 0; k < (long)rows * a->units; k++) a->y[k] = a->y[k] > 0 ? a->y[k] : 0;
    x = a->y;
  }
}

static double softmax_row(const double *z, double *p, int count, double *largest) {
  double most = z[0], sum = 0;
  for (int j = 1; j < count; j++) most = z[j] > most ? z[j] : most;
  for (int j = 0; j < count; j++) p[j] = exp(z[j] - most);
  for (int j = 0; j < count; j++) sum += p[j];
  *largest = most;
  return sum;
}

static void backward(struct layer *net, int depth, const double *x, const int *label, int rows) {
  struct layer *top = net + depth - 1;
  for (int r = 0; r < rows; r++) {
    double *p = top->d + (long)r * top->units, largest, sum = softmax_row(top->y + (long)r * top->units, p, top->units, &largest);
    for (int j = 0; j < top->units; j++) p[j] = (p[j] / sum - (j == label[r])) / rows;
  }
  for (int l = depth - 1; l >= 0; l--) {
    struct layer *a = net + l;
    cblas_dgemm(CblasRowMajor, CblasTrans, CblasNoTrans, a->inputs, a->units, rows, 1, l ? a[-1].y : x, a->inputs, a->d,
                a->units, 0, a->gw, a->units);
    memset(a->gb, 0, a->units * sizeof(double));
    for (int r = 0; r < rows; r++)
      for (int j = 0; j < a->units; j++) a->gb[j] += a->d[(long)r * a->units + j];
    if (!l) continue;
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasTrans, rows, a->inputs, a->units, 1, a->d, a->units, a->w, a->units, 0,
                a[-1].d, a->inputs);
    for (long k = 0; k < (long)rows * a->inputs; k++) a[-1].d[k] = a[-1].y[k] > 0 ? a[-1].d[k] : 0;
  }
}

static void descend(double *restrict w, const double *restrict g, long count, double rate) {
  for (long k = 0; k < count; k++) w[k] -= rate * g[k];
}

static void adam(double *restrict w, const double *restrict g, double *restrict m, double *restrict v, long count, int step) {
  double rate = 1e-3 / (1 - pow(.9, step)), root = 1 / sqrt(1 - pow(.999, step));
  for (long k = 0; k < count; k++) {
    m[k] = .9 * m[k] + .1 * g[k];
    v[k] = .999 * v[k] + .001 * g[k] * g[k];
    w[k] -= rate * m[k] / (sqrt(v[k]) * root + 1e-8);
  }
}

static double train(const int *sizes, int depth, uint64_t stream, const double *x, const int *label, int count, int batch,
                    int epochs, double rate, double *seconds) {
  struct layer net[most];
  for (int l = 0; l < depth; l++) {
    int i = sizes[l], o = sizes[l + 1];
    long all = (long)i * o;
    net[l] = (struct layer){i, o, numbers(all), numbers(o), numbers(all), numbers(o), numbers((long)batch * o),
                            numbers((long)batch * o), numbers(all + o), numbers(all + o)};
    glorot(stream + l, i, o, net[l].w);
    memset(net[l].b, 0, o * sizeof(double));
    memset(net[l].m, 0, (all + o) * sizeof(double));
    memset(net[l].v, 0, (all + o) * sizeof(double));
  }
  double start = now(), loss = 0, scratch[16], largest;
  for (int e = 0, step = 0; e < epochs; e++)
    for (int first = 0; first < count; first += batch) {
      int rows = count - first < batch ? count - first : batch;
      forward(net, depth, x + (long)first * sizes[0], rows);
      backward(net, depth, x + (long)first * sizes[0], label + first, rows);
      step++;
      for (int l = 0; l < depth; l++) {
        struct layer *a = net + l;
        long all = (long)a->inputs * a->units;
        if (rate > 0) {
          descend(a->w, a->gw, all, rate);
          descend(a->b, a->gb, a->units, rate);
        } else {
          adam(a->w, a->gw, a->m, a->v, all, step);
          adam(a->b, a->gb, a->m + all, a->v + all, a->units, step);
        }
      }
    }
  *seconds = now() - start;
  for (int first = 0; first < count; first += batch) {
    int rows = count - first < batch ? count - first : batch, units = sizes[depth];
    forward(net, depth, x + (long)first * sizes[0], rows);
    for (int r = 0; r < rows; r++) {
      const double *z = net[depth - 1].y + (long)r * units;
      double sum = softmax_row(z, scratch, units, &largest);
      loss += largest + log(sum) - z[label[first + r]];
    }
  }
  for (int l = 0; l < depth; l++) {
    struct layer a = net[l];
    free(a.w), free(a.b), free(a.gw), free(a.gb), free(a.y), free(a.d), free(a.m), free(a.v);
  }
  return loss / count;
}

static double *x;
static int label[10000];

static double t4(double *seconds) {
  return train((int[]){64, 64, 10}, 2, 40, x, label, 1797, 32, 20, 0, seconds);
}

static double t5(double *seconds) {
  return train((int[]){784, 256, 128, 10}, 3, 50, x, label, 10000, 128, 3, .05, seconds);
}

/* A point of growth.py: so many samples four times through layers of one width, the last one of 10. */
static int width, depth, batch, samples;

static double grow(double *seconds) {
  int sizes[most + 1];
  for (int l = 0; l < depth; l++) sizes[l] = width;
  sizes[depth] = 10;
  return train(sizes, depth, 80, x, label, samples, batch, 4, .01, seconds);
}

int main(int argc, char **argv) {
  const char *name = getenv("PEER"), *tasks = word(argc, argv, "--tasks");
  x = numbers(10000L * 784);
  if (tasks && sscanf(tasks, "grow-%d-%d-%d-%d", &width, &depth, &batch, &samples) == 4) {
    prototypes(samples, width, .3, 2, 3, x, label);
    report(name ? name : "c-openblas", tasks, 4 * samples, repetitions(argc, argv), grow);
    return 0;
  }
  if (asked(argc, argv, "t4")) {
    prototypes(1797, 64, .3, 2, 3, x, label);
    report(name ? name : "c-openblas", "t4", 35940, repetitions(argc, argv), t4);
  }
  if (asked(argc, argv, "t5")) {
    prototypes(10000, 784, .1, 4, 5, x, label);
    report(name ? name : "c-openblas", "t5", 30000, repetitions(argc, argv), t5);
  }
}
