/// A restaurant of the cast.
package struct Venue: Sendable, Codable, Equatable {
    package var id: Int
    package var name: String
    package var slug: String
    /// The first of its cuisines; its page knows no other.
    package var cuisine: String
    package var moreCuisines: [String] = []
    package var city: City
    package var neighborhood: String
    /// The town of its address, if that is not the city's.
    package var locality: String?
    package var address: String
    package var postalCode: String
    package var latitude: Double
    package var longitude: Double
    package var phone: String?
    package var googleID: String?
    /// What the venue's page says of it where that is not what Google says.
    package var pageGoogleID: String?
    package var price = 3
    package var rating = 4.6
    package var ratingCount = 1830
    package var seatings: [Seating]
    /// The last bookable day is so many days after today.
    package var leadDays = 28
    /// Local minutes since midnight at which a new day opens.
    package var releaseMinutes = 0
    /// A whole month opens at once, on the first of the month before it; `leadDays` means nothing then.
    package var opensByMonth = false
    /// What `/2/config` says of it; one less than `leadDays` where this is nil.
    package var configLeadDays: Int?
    /// Whether `/2/config` says it at all.
    package var saysLeadDays = true
    /// After a day opens its tables last so many seconds.
    package var goneAfterSeconds: Int?
    /// 0 is Sunday.
    package var closedWeekdays: [Int] = []
    package var isSoldOut = false
    /// Of a hundred days so many are sold out; always the same ones.
    package var busyPercent = 0
    /// Of a hundred tables so many are gone before anybody looks; always the same ones.
    package var takenPercent = 0
    /// Closed until so many days after today.
    package var reopensInDays: Int?
    package var needsCaptcha = false
    package var tockURL: String?
    package var takesCards = true
    package var minParty = 1
    package var maxParty = 6
    package var needToKnow: String
    package var tagline = "Good food, well kept"
    /// Zone name to show, if not the city's.
    package var zoneName: String?

    package var cuisines: [String] { [cuisine] + moreCuisines }
    /// It has no table that everybody may book.
    package var isForMembers: Bool { !seatings.isEmpty && seatings.allSatisfy(\.isGlobalDining) }
    package var town: String { locality ?? city.locality }
    package var zone: String { zoneName ?? city.zone }
    package var clock: LocalClock { LocalClock(zone: zone) }
}

/// A kind of table at a venue, and when it is to be had.
package struct Seating: Sendable, Codable, Equatable {
    /// The tail of the slot token: what is booked.
    package var name: String
    /// `config.type` where it differs from the name.
    package var label: String?
    package var template: Int
    /// 2 is dinner, 3 lunch.
    package var service = 2
    /// Minutes since midnight of the service day; 1440 and more are after midnight.
    package var times: [Int]
    /// Tables at each time.
    package var tables = 2
    /// Slots that share one token.
    package var copies = 1
    package var minParty = 1
    package var maxParty = 6
    package var terms = Terms.free
    package var isGlobalDining = false
    /// The account holds the card that opens such tables.
    package var isOpenToMembers = false
    /// The late fee of parties of that size or more, which only the template tells.
    package var largeParty: LargeParty?
    package var isExclusive = false
    package var needsAddOn = false

    package struct LargeParty: Sendable, Codable, Equatable {
        package var size: Int
        package var fee: Double
    }

    package init(
        _ name: String, template: Int, times: [Int], label: String? = nil, terms: Terms = .free, tables: Int = 2,
        maxParty: Int = 6
    ) {
        self.name = name
        self.label = label
        self.template = template
        self.times = times
        self.terms = terms
        self.tables = tables
        self.maxParty = maxParty
    }

    package func with(_ change: (inout Seating) -> Void) -> Seating {
        var copy = self
        change(&copy)
        return copy
    }

    /// Every `step` minutes from `first` to `last`, both given as `HH:MM`-like numbers (1730).
    package static func every(_ step: Int, from first: Int, to last: Int) -> [Int] {
        Array(stride(from: first / 100 * 60 + first % 100, through: last / 100 * 60 + last % 100, by: step))
    }
}
