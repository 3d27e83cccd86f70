/// A moment on the world's clock: seconds since 1970-01-01T00:00:00Z.
package struct Instant: Sendable, Hashable, Comparable {
    package let seconds: Double

    package init(seconds: Double) {
        self.seconds = seconds
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.seconds < right.seconds
    }

    package func adding(_ interval: Double) -> Instant {
        Instant(seconds: seconds + interval)
    }
}
