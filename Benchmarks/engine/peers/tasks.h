/* The data and weights of the tasks in ../README.md for the C peers, and the clock and output they share. */
#pragma once
#include <stdint.h>

double uniform(uint64_t stream, uint64_t place);
void glorot(uint64_t stream, int inputs, int units, double *w /* [inputs][units] */);
void moons(double *x /* [1000][2] */, double *t /* [1000] */);
void prototypes(int count, int width, double mix, uint64_t stream, uint64_t noise, double *x, int *label);

/* Runs `train` once untimed and then `repetitions` times; `train` returns the final loss and puts its seconds. */
void report(const char *peer, const char *task, int samples, int repetitions, double (*train)(double *seconds));
double now(void);
int asked(int argc, char **argv, const char *task);
int repetitions(int argc, char **argv);
const char *word(int argc, char **argv, const char *name); /* the word behind that one; NULL without */

/* In layers.c. */
double t6(double *seconds);
double t7(double *seconds);
/* In transformer.c. */
double t8(double *seconds);
