/* Gradient and Hessian of the function of Rosenbrock with 100 variables. */
enum { N = 100 };
#include "rosenbrock.h"
