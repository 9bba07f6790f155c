/* Gradient and Hessian of the function of Rosenbrock with 1000 variables. */
enum { N = 1000 };
#include "rosenbrock.h"
