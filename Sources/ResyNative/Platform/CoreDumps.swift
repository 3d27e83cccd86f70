internal import LibC

#if os(Linux)
    internal import CPlatform
#endif

/// Keeps the password and the tokens in this process's memory out of core files and of its neighbours' reach.
package enum CoreDumps {
    /// Once, before any secret is in memory. From then on no core is written, neither to a file nor to a collector, and no
    /// other process of the same user may attach or read the memory. Does nothing beyond Linux.
    package static func forbid() {
        #if os(Linux)
            // A collector behind `core_pattern` takes no notice of the limit; a program that may not be dumped is spared.
            _ = resy_forbid_dumps()
            var none = rlimit(rlim_cur: 0, rlim_max: 0)
            #if canImport(Glibc)
                _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
            #else
                _ = setrlimit(RLIMIT_CORE, &none)
            #endif
        #endif
    }
}
