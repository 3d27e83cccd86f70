internal import ResyDomain

/// What a look at restaurants works with, for one call.
struct Lookout: Sendable {
    let call: AccountCall
    let places: PlacesAPI?
    let store: Store
    let links: VenueLinks
    let clock: any WallClock
    /// See `FindVenue`.
    var usualCity: String?

    func finder(_ resy: ResyCall) -> FindVenue {
        FindVenue(resy: resy, places: places, store: store, links: links, clock: clock, usualCity: usualCity)
    }

    /// When days open that are not published yet.
    func release(_ resy: ResyCall) -> ReadRelease { ReadRelease(resy: resy, store: store, clock: clock) }
}
