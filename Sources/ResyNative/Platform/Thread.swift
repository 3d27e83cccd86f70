internal import LibC

/// A thread of its own for a C loop that blocks. Nobody joins it: it ends when its body returns.
package enum Thread {
    private final class Box: Sendable {
        let name: String
        let body: @Sendable () -> Void

        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }

    /// False when the system gives no thread. `name`: 15 bytes at most, for whoever looks at the process.
    package static func start(name: String, _ body: @escaping @Sendable () -> Void) -> Bool {
        let box = Unmanaged.passRetained(Box(name: name, body: body))
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let context = box.toOpaque()
        guard pthread_create(&thread, nil, enterThread, context) == 0 else {
            box.release()
            return false
        }
        #if canImport(Darwin)
            guard let thread else { return false }
        #endif
        pthread_detach(thread)
        return true
    }

    fileprivate static func run(_ context: UnsafeMutableRawPointer) {
        let box = Unmanaged<Box>.fromOpaque(context).takeRetainedValue()
        blockSignals()
        setName(box.name)
        box.body()
    }

    /// Signals are for the main thread. SIGPIPE above all: a peer that hung up is an error here, not the end.
    private static func blockSignals() {
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
    }

    private static func setName(_ name: String) {
        #if canImport(Darwin)
            pthread_setname_np(name)
        #else
            // pthread_setname_np is a GNU extension that Swift does not see; the kernel takes the name here as well.
            guard let file = fopen("/proc/thread-self/comm", "w") else { return }
            fputs(String(name.prefix(15)), file)
            fclose(file)
        #endif
    }
}

#if canImport(Darwin)
    private func enterThread(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Thread.run(context)
        return nil
    }
#else
    private func enterThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let context { Thread.run(context) }
        return nil
    }
#endif
