/// A restaurant on Resy, as far as the answers seen so far describe it.
package struct Venue: Sendable, Equatable {
    package var id: Int
    package var name: String
    package var city: String?
    package var region: String?
    /// As Resy's search names it; other answers do not.
    package var country: String?
    package var neighborhood: String?
    /// Nil where the answer did not say (search never does).
    package var zone: Zone?
    /// For links: `new-york-ny`, read from an answer and never built.
    package var citySlug: String?
    package var slug: String?
    package var street: String?
    package var phone: String?
    package var latitude: Double?
    package var longitude: Double?
    /// The Google Place id that Resy itself stores for the venue.
    package var placeID: String?
    package var currency: String?
    /// The website wants a captcha solved before it books here.
    package var wantsCaptcha = false
    /// Books on Tock, which Resy only lists.
    package var isTock = false
    /// Closed until that day; nil where it is open.
    package var reopens: CalendarDay?
    package var smallestParty: Int?
    package var largestParty: Int?
    /// The fields that the restaurant does not have its guests asked for.
    package var hiddenWishes: Set<Wish.Field> = []

    /// As Resy names them: `Italian`.
    package var cuisines: [String] = []
    /// From 1 to 4.
    package var price: Int?
    /// Of five.
    package var rating: Double?
    /// What the restaurant wants its guests to know, cleaned: where most say when days open. Empty where it says nothing; nil
    /// where its page was not read.
    package var needToKnow: String?

    package init(id: Int, name: String) {
        self.id = id
        self.name = name
    }
}
