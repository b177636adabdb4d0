/* standalone.h - a main() for fuzz targets where there is no libFuzzer: runs each
 * file named on the command line once. Include it last, and compile with
 * -DFUZZ_STANDALONE. */
#ifndef FUZZ_STANDALONE_H
#define FUZZ_STANDALONE_H
#ifdef FUZZ_STANDALONE

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  for (int i = 1; i < argc; ++i) {
    static unsigned char data[1 << 20];
    FILE *file = fopen(argv[i], "rb");
    if (!file) {
      perror(argv[i]);
      return 1;
    }
    size_t size = fread(data, 1, sizeof data, file);
    fclose(file);
    /* As large as the input, so that reading beyond it is seen. */
    unsigned char *copy = malloc(size + (size == 0));
    if (!copy) return 1;
    for (size_t k = 0; k < size; ++k) copy[k] = data[k];
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
  }
  printf("%d inputs\n", argc - 1);
  return 0;
}

#endif
#endif
