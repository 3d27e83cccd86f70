/// The watches of a home, and whether anybody looks for them.
package struct WatchList: Sendable {
    package enum Status: String, Sendable { case added, exists, listed, removed }

    package var status: Status
    /// The one that was added or was there already; else all that are left.
    package var watches: [Watch]
    /// The one that was removed.
    package var removed: Watch?
    package var standing: WatchStanding
    package var readings: [WordReading] = []
    package var remarks: [Remark] = []

    package init(_ status: Status, _ watches: [Watch], removed: Watch? = nil, standing: WatchStanding) {
        self.status = status
        self.watches = watches
        self.removed = removed
        self.standing = standing
    }
}
