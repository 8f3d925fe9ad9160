// The calls that OpenSSL 3 has in the place of these look for its settings on the disk first.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
