internal import ResyDomain
internal import CCurl

/// Handles whose requests ended well, kept for the next ones: to make one, libcurl may read the system's files on name
/// servers anew. Engine thread only.
///
/// Nothing of a request stays in them but connections, sessions and names looked up. None serves longer than a minute from its
/// making on, for a machine moves to other networks with other name servers; and once a request has failed, none serves again.
final class HandleStock {
    static let shelfLife = Duration.seconds(60)
    /// A wide search has two under way, a booking too.
    private static let most = 4

    private struct Idle {
        let raw: UnsafeMutableRawPointer
        let madeAt: ContinuousClock.Instant
    }

    private var idle: [Idle] = []

    deinit { removeAll() }

    var count: Int { idle.count }

    /// One that is as good as new, or a new one; it comes back by itself.
    func take(at now: ContinuousClock.Instant = .now) throws(TransportError) -> EasyHandle {
        while let last = idle.popLast() {
            if last.madeAt.duration(to: now) < Self.shelfLife {
                return EasyHandle(owning: last.raw, madeAt: last.madeAt, from: self)
            }
            curl_easy_cleanup(last.raw)
        }
        guard let raw = curl_easy_init() else { throw .outOfMemory }
        return EasyHandle(owning: raw, madeAt: now, from: self)
    }

    /// Takes over a handle that is out of libcurl's hands, and wipes it.
    func put(_ raw: UnsafeMutableRawPointer, madeAt: ContinuousClock.Instant) {
        guard idle.count < Self.most else { return curl_easy_cleanup(raw) }
        // What `reset` leaves: the jar, and that there is one. First this, or the jar's cookies would go with it.
        _ = resy_setopt_string(raw, CURLOPT_COOKIEFILE, nil)
        _ = resy_setopt_pointer(raw, CURLOPT_SHARE, nil)
        curl_easy_reset(raw)
        idle.append(Idle(raw: raw, madeAt: madeAt))
    }

    func removeAll() {
        for handle in idle { curl_easy_cleanup(handle.raw) }
        idle = []
    }
}
