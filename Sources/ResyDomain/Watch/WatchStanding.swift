/// Whether something looks for the watches of a home.
package struct WatchStanding: Sendable, Equatable {
    /// A timer is set up.
    package var hasTimer: Bool
    package var lastTick: Instant?
    /// One that stands now.
    package var pause: WatchPause?

    /// A tick so recent shows that something calls them, in seconds.
    private static let recent = 3600.0

    package init(hasTimer: Bool, lastTick: Instant?, pause: WatchPause?) {
        self.hasTimer = hasTimer
        self.lastTick = lastTick
        self.pause = pause
    }

    package func runs(_ now: Instant) -> Bool {
        hasTimer || lastTick.map { now.seconds - $0.seconds < Self.recent } ?? false
    }
}
