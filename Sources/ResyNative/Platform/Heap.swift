internal import CPlatform

/// What becomes of memory that is free again.
package enum Heap {
    /// A megabyte of it is kept for the next call. By itself the C library gives back what is over 128 KB at the end of each
    /// thread's own heap, and has it cleared and mapped anew a moment later.
    package static func keepSome() {
        resy_keep_free_memory(1 << 20)
    }
}
