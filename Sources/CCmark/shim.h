#include <cmark.h>
#include <malloc.h>
#include <pthread.h>
