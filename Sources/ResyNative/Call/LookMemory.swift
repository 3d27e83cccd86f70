internal import ResyDomain

/// What Resy answered to looks within the last minute, so that a wide search does not ask it twice. By request, not by
/// question: any search that needs the same request finds it.
///
/// Never for a deed, nor for a look at one restaurant, which is to be as it is now; but what these were answered is kept, and
/// tells a deed for ten minutes which table's terms will be wanted.
package final class LookMemory: Sendable {
    struct Asked: Hashable, Sendable {
        let path: String
        let body: [UInt8]
        /// Whose tables Resy answered for: an account may see more.
        let isSignedIn: Bool
    }

    private struct Kept: Sendable {
        let value: any Sendable
        let at: Instant
    }

    static let shelfLife = 60.0
    /// Seconds for which an answer tells what to ask about, never what is so.
    static let hintLife = 600.0
    private static let most = 200
    private let kept = Lock<[Asked: Kept]>([:])

    /// With when it was answered; nil where it is not known any more.
    func recall<Value: Sendable>(
        _ key: Asked, as type: Value.Type, now: Instant, within seconds: Double = shelfLife
    ) -> (value: Value, at: Instant)? {
        guard let found = kept.withLock({ $0[key] }), let value = found.value as? Value,
            found.at <= now, now.seconds - found.at.seconds < seconds
        else { return nil }
        return (value, found.at)
    }

    func keep<Value: Sendable>(_ value: Value, for key: Asked, at now: Instant) {
        kept.withLock { kept in
            if kept.count >= Self.most {
                kept = kept.filter { $0.value.at <= now && now.seconds - $0.value.at.seconds < Self.shelfLife }
                // All of one minute: the oldest half goes.
                let oldest = kept.sorted { $0.value.at < $1.value.at }.prefix(max(0, kept.count - Self.most / 2))
                for (key, _) in oldest { kept[key] = nil }
            }
            kept[key] = Kept(value: value, at: now)
        }
    }

    /// A deed was sent: what tables there are is no longer known.
    func forget() { kept.withLock { $0 = [:] } }
}
