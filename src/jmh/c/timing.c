/*
 * Times derivative() as JMH times a method: warm-up, then iterations of a fixed duration, in each of
 * which calls are counted.
 *
 *   timing VARIABLES PARAMETERS VALUES PARTIALS WARMUPS ITERATIONS SECONDS
 *
 * reads the inputs from stdin and writes to stdout the nanoseconds per call in each iteration, then
 * values and partials: doubles of this machine.
 */
#define _POSIX_C_SOURCE 199309L
#include "derivative.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + 1e-9 * now.tv_nsec;
}

static double *doubles(size_t count) {
  void *start = NULL;
  /* Arrays that start at a cache line, as a careful caller has them. */
  size_t bytes = (count * sizeof(double) + 63) / 64 * 64 + 64;
  if (!(start = aligned_alloc(64, bytes))) abort();
  return start;
}

int main(int argc, char **argv) {
  if (argc != 8) return 2;
  size_t variables = strtoul(argv[1], NULL, 10), parameters = strtoul(argv[2], NULL, 10),
         rows = strtoul(argv[3], NULL, 10), entries = strtoul(argv[4], NULL, 10);
  int warmups = atoi(argv[5]), iterations = atoi(argv[6]);
  double duration = strtod(argv[7], NULL);
  double *inputs = doubles(variables + parameters), *values = doubles(rows),
         *partials = doubles(entries);
  if (fread(inputs, sizeof(double), variables + parameters, stdin) != variables + parameters)
    return 3;
  /* How many calls pass between two looks at the clock: about ten microseconds. */
  long batch = 1;
  for (double taken = 0; taken < 1e-5; batch *= 2) {
    double start = seconds();
    for (long i = 0; i < batch; i++) derivative(inputs, inputs + variables, values, partials);
    taken = seconds() - start;
  }
  for (int k = 0; k < warmups + iterations; k++) {
    double start = seconds(), now = start;
    long calls = 0;
    while (now < start + duration) {
      for (long i = 0; i < batch; i++) derivative(inputs, inputs + variables, values, partials);
      calls += batch;
      now = seconds();
    }
    double nanoseconds = (now - start) * 1e9 / calls;
    if (k >= warmups) fwrite(&nanoseconds, sizeof(double), 1, stdout);
  }
  fwrite(values, sizeof(double), rows, stdout);
  fwrite(partials, sizeof(double), entries, stdout);
  return 0;
}
