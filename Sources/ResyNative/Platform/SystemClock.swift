internal import LibC
package import ResyDomain

/// The machine's own clock; it follows NTP and whoever sets it.
package struct SystemClock: WallClock {
    package init() {}

    package var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(seconds: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
    }

    package func sleep(seconds: Double) async throws {
        try Task.checkCancellation()
        guard seconds > 0 else { return }
        // A day at most: beyond it a Duration made of a Double may trap, and nothing here waits that long.
        try await Task.sleep(for: .seconds(min(seconds, 86_400)))
    }
}
