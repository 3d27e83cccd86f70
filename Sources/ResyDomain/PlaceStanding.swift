/// How a venue stands to a place that somebody named. The higher, the better it fits.
package enum PlaceStanding: Int, Comparable {
    /// Both are known, and apart.
    case elsewhere
    /// The words name no place that is known here, so nothing is said of the venue.
    case unplaced
    /// In the same city or borough, in a part of it of another name: these may well overlap.
    case unsure
    /// The venue does not say where it is.
    case silent
    /// In the city or the wider quarter; closer the venue does not say.
    case near
    case there

    package static func < (left: PlaceStanding, right: PlaceStanding) -> Bool { left.rawValue < right.rawValue }
}
