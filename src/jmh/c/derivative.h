/*
 * What each workload's file defines: values and the nonzero partial derivatives at x, with
 * parameters p, in the order of the Java class of the same workload.
 */
#ifndef DERIVATIVE_H
#define DERIVATIVE_H

void derivative(const double *restrict x, const double *restrict p, double *restrict values,
                double *restrict partials);

#endif
