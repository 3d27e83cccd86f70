internal import CCurl
internal import ResyDomain
internal import LibC

/// The sockets of one engine's connections, which libcurl opens and closes. Engine thread only.
final class Sockets {
    private var open: Set<curl_socket_t> = []

    /// Tells this of a request's connection, if it needs a new one; as long as that is open, this must live.
    func follow(_ easy: borrowing EasyHandle) throws(TransportError) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try easy.set(CURLOPT_SOCKOPTDATA, context)
        try easy.setOpened(CURLOPT_SOCKOPTFUNCTION) { context, socket, _ in
            if let context { Unmanaged<Sockets>.fromOpaque(context).takeUnretainedValue().open.insert(socket) }
            return CURL_SOCKOPT_OK
        }
        try easy.set(CURLOPT_CLOSESOCKETDATA, context)
        try easy.setClosing(CURLOPT_CLOSESOCKETFUNCTION) { context, socket in
            if let context { Unmanaged<Sockets>.fromOpaque(context).takeUnretainedValue().open.remove(socket) }
            return close(socket)
        }
    }

    /// What is written meanwhile leaves together, head and body of a request: a packet for each costs both ends more than what
    /// is in it.
    func together<R>(_ write: () throws -> R) rethrows -> R {
        hold(true)
        defer { hold(false) }
        return try write()
    }

    private func hold(_ isHeld: Bool) {
        #if canImport(Darwin)
            let option = TCP_NOPUSH
        #else
            let option = TCP_CORK
        #endif
        var value: CInt = isHeld ? 1 : 0
        for socket in open { setsockopt(socket, CInt(IPPROTO_TCP), option, &value, socklen_t(MemoryLayout<CInt>.size)) }
    }
}
