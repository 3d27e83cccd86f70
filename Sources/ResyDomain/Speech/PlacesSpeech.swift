/// What is so of Google Places.
package enum PlacesFinding: Sendable, Equatable {
    case late
    case unreachable(TransportError)
    /// `said`: its own word for why, or the status.
    case refused(said: String)
    case notJSON
    case unknownShape(path: String)
}

/// What to do about Google Places.
package enum PlacesAdvice: Sendable, Equatable {
    case checkKey
}
