// Linux without /proc, a bare chroot for one: Swift's runtime aborts there before `main`, with words that help nobody.
#if defined(__linux__)
#include <unistd.h>

__attribute__((constructor(101))) static void resy_need_proc(void) {
    static const char words[] = "resy-mcp: /proc is not there, and nothing works without it\n"
                                "Mount it: mount -t proc proc /proc\n";
    if (access("/proc/self/stat", R_OK) == 0) return;
    ssize_t written = write(STDERR_FILENO, words, sizeof words - 1);
    (void)written;
    _exit(1);
}
#endif
