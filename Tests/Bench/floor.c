/* The least that a generator does, as fast as C does it: every page is read, parsed by cmark-gfm, framed and written, by
 * two threads. No links, no checks, no search, no sidebar.
 *
 * floor LIST OUT: LIST has a line for each page: its file, a tab, and the folder below OUT that it is written to. */
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { THREADS = 2, HEAD = 4096, FOOT = 1024, PATH = 4096 };

struct page { char *file, *folder; };

static struct page *pages;
static int count, following;
static const char *output;
static char frame[HEAD + FOOT];
static cmark_syntax_extension *tables;

static void fail(const char *path) {
  perror(path);
  exit(1);
}

/* The file with a 0 behind it, and its length. */
static char *contents(const char *path, size_t *length) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) fail(path);
  char *text = malloc(status.st_size + 1);
  if (read(file, text, status.st_size) != status.st_size) fail(path);
  text[status.st_size] = 0;
  close(file);
  *length = status.st_size;
  return text;
}

static char *html(char *text, size_t length) {
  char *body = text;
  if (length > 4 && !memcmp(text, "---\n", 4)) {
    char *end = strstr(text + 4, "\n---\n");
    if (end) body = end + 5;
  }
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_UNSAFE);
  cmark_parser_attach_syntax_extension(parser, tables);
  cmark_parser_feed(parser, body, length - (body - text));
  cmark_node *document = cmark_parser_finish(parser);
  char *html = cmark_render_html(document, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser));
  cmark_node_free(document);
  cmark_parser_free(parser);
  return html;
}

static void make_folders(char *path) {
  if (!mkdir(path, 0755) || !access(path, F_OK)) return;
  char *slash = strrchr(path, '/');
  *slash = 0;
  make_folders(path);
  *slash = '/';
  mkdir(path, 0755);
}

static void build(const struct page *page) {
  size_t length;
  char *text = contents(page->file, &length), *body = html(text, length), path[PATH];
  size_t size = strlen(body);
  int end = snprintf(path, PATH, "%s/%s", output, page->folder);
  make_folders(path);
  snprintf(path + end, PATH - end, "/index.html");
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  struct iovec parts[] = {{frame, HEAD}, {body, size}, {frame + HEAD, FOOT}};
  if (file < 0 || writev(file, parts, 3) != (ssize_t)(HEAD + size + FOOT)) fail(path);
  close(file);
  free(text);
  free(body);
}

static void *work(void *unused) {
  for (int i; (i = __atomic_fetch_add(&following, 1, __ATOMIC_RELAXED)) < count;) build(pages + i);
  return unused;
}

int main(int argc, char **argv) {
  if (argc != 3) return fputs("usage: floor LIST OUT\n", stderr), 2;
  output = argv[2];
  memset(frame, 'x', sizeof frame);
  cmark_gfm_core_extensions_ensure_registered();
  tables = cmark_find_syntax_extension("table");
  FILE *list = fopen(argv[1], "r");
  if (!list) fail(argv[1]);
  char line[2 * PATH];
  for (int room = 0; fgets(line, sizeof line, list);) {
    line[strcspn(line, "\n")] = 0;
    char *tab = strchr(line, '\t');
    *tab = 0;
    if (count == room) pages = realloc(pages, (room = room ? 2 * room : 1024) * sizeof *pages);
    pages[count++] = (struct page){strdup(line), strdup(tab + 1)};
  }
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; i++) pthread_create(threads + i, 0, work, 0);
  for (int i = 0; i < THREADS; i++) pthread_join(threads[i], 0);
  _exit(0);
}
