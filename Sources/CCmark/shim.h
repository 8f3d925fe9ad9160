#include <cmark.h>
#include <malloc.h>
