/// The arithmetic Lectern does in C: elementary functions, loops over layers, and the way to OpenBLAS.
#ifndef LECTERN_CARITHMETIC_H
#define LECTERN_CARITHMETIC_H
#include "Elementary.h"
#include "Kernels.h"
#include "OpenBLAS.h"
#endif
