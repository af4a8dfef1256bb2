#define _GNU_SOURCE
#include "tasks.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

double uniform(uint64_t stream, uint64_t place) {
  uint64_t z = ((stream << 32) + place + 1) * 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

void glorot(uint64_t stream, int inputs, int units, double *w) {
  double limit = sqrt(6.0 / (inputs + units));
  for (int o = 0; o < units; o++)
    for (int i = 0; i < inputs; i++) w[i * units + o] = (2 * uniform(stream, (uint64_t)o * inputs + i) - 1) * limit;
}

void moons(double *x, double *t) {
  for (int n = 0; n < 1000; n++) {
    double a = M_PI * (n / 2 * 229 % 500) / 499.0;
    t[n] = n % 2;
    x[2 * n] = (n % 2 ? 1 - cos(a) : cos(a)) + 0.4 * (uniform(1, 2 * n) - 0.5);
    x[2 * n + 1] = (n % 2 ? 0.5 - sin(a) : sin(a)) + 0.4 * (uniform(1, 2 * n + 1) - 0.5);
  }
}

void prototypes(int count, int width, double mix, uint64_t stream, uint64_t noise, double *x, int *label) {
  for (int r = 0; r < count; r++) {
    label[r] = r % 10;
    for (int j = 0; j < width; j++)
      x[(long)r * width + j] =
          mix * uniform(stream, (uint64_t)label[r] * width + j) + (1 - mix) * uniform(noise, (uint64_t)r * width + j);
  }
}

double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

const char *word(int argc, char **argv, const char *name) {
  for (int i = 1; i + 1 < argc; i++)
    if (!strcmp(argv[i], name)) return argv[i + 1];
  return NULL;
}

int asked(int argc, char **argv, const char *task) {
  const char *tasks = word(argc, argv, "--tasks");
  return !tasks || strstr(tasks, task);
}

int repetitions(int argc, char **argv) {
  const char *count = word(argc, argv, "--repetitions");
  return count ? atoi(count) : 3;
}

void report(const char *peer, const char *task, int samples, int count, double (*train)(double *)) {
  double first, loss = train(&first), best = 1e300;
  const char *threads = getenv("OPENBLAS_NUM_THREADS");
  char times[8192] = "";
  for (int r = 0; r < count; r++) {
    double seconds;
    loss = train(&seconds);
    best = seconds < best ? seconds : best;
    if (strlen(times) < 8000) sprintf(times + strlen(times), "%s%.9g", r ? ", " : "", seconds);
  }
  printf("{\"peer\": \"%s\", \"task\": \"%s\", \"seconds\": %.9g, \"final_loss\": %.17g, \"samples_per_s\": %.9g, "
         "\"threads\": %s, \"reps\": [%s], \"first_s\": %.9g}\n",
         peer, task, best, loss, samples / best, threads ? threads : "1", times, first);
  fflush(stdout);
}
