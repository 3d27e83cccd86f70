/// What is so of restaurants. Names, links and places are as the diner gave them.
package enum VenueFinding: Sendable, Equatable {
    case noName
    /// A link to another site than Resy's.
    case foreignLink(String)
    /// A link of Resy's that leads to no restaurant.
    case noRestaurantsPage(String)
    /// What stands where Resy's number should.
    case noNumber(String)
    case noSuchNumber(Int)
    /// No restaurant has just that name; one has a similar one.
    case onlySimilar(String)
    case several(String, count: Int)
    /// Restaurants of that name, or of a similar one, are elsewhere.
    case elsewhere(String, count: Int, than: String)
    /// The number and the words beside it, or two links, point at different ones.
    case contradictory(String)
    /// The restaurant of that number is not where the location says.
    case notThere(Int, place: String)
    case unsurePlace(String, place: String)
    /// Another hit of the search, which may be the one that is meant.
    case hitUnread(String)
    case unknownPlace(String)
    /// Words that only say that it shall be near the diner: `near me`.
    case whereAreYou(String)
    /// A part that most cities have, without its city: `downtown`.
    case whichCity(String)
    /// There are cities of that name, all in other states or countries than the one said.
    case otherRegion(String, [String])
    /// The places that the words may mean.
    case severalPlaces(String, [String])
    /// A state or a country: too wide for one search.
    case tooWide(String)
    /// Neither is known: nothing follows of the one for the other.
    case unknownPlaceAndName(place: String, name: String)
    case notFound(String, place: String?)
    /// The search has others alone.
    case otherNames(String, place: String?)
    /// The one that may be meant.
    case maybe(Venue)
    case absence(Absence)
    case sizes(PartySizes)
}

/// What to do about restaurants.
package enum VenueAdvice: Sendable, Equatable {
    case giveName
    case giveLinkOrName
    /// The link that was given leads to another page of Resy's.
    case giveItsOwnLink
    case copyNumber
    /// If it is the one, it can be named by that number.
    case giveNumber(Int)
    case askForNumber
    /// Several of one name.
    case askWhich
    /// Those of that name elsewhere.
    case askWhetherElsewhere
    /// Those of other names; else a person may search on that page.
    case askWhetherOther(orLookAt: String)
    case dropPlace
    case givePlace
    case sayWhere
    /// One of these.
    case sayWhichPlace([String])
    case checkSpelling
    case checkSpellingOrLook(at: String, mayAddPlace: Bool)
    case checkLink(orLookAt: String)
    case checkNumber
}

/// What else to know of restaurants.
package enum VenueRemark: Sendable, Equatable {
    case readAs(said: String, name: String)
    /// Another hit of the search, which may be the one that is meant.
    case hitUnread
    case unsurePlace(String)
    /// Of several of that name the one in the city that is usually meant.
    case inUsualCity(String, city: String)
    /// Why Google was of no help.
    case withoutGoogle(Finding, [Advice])
}
