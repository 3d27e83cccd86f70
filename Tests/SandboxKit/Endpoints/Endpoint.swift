/// What a path stands for; also the scope of a fault.
package enum Endpoint: String, Sendable, Codable, CaseIterable {
    case authPassword, authMobile, authChallenge, authRefresh
    case user, reservations, favorites, notify
    case search, venue, config, calendar, find, details, book, cancel, change, specialRequest, locations
    case placesSearch, placesDetails
    case unknown
    /// Scopes only: every endpoint, all sign-in endpoints, both of Google's, all reads without a token.
    case any, auth, places, reads

    init(path: String) {
        switch path {
        case "/3/auth/password", "/4/auth/password": self = .authPassword
        case "/3/auth/mobile", "/4/auth/mobile": self = .authMobile
        case "/3/auth/challenge", "/4/auth/challenge": self = .authChallenge
        case "/3/auth/refresh": self = .authRefresh
        case "/2/user": self = .user
        case "/3/user/reservations", "/2/user/reservations": self = .reservations
        case "/3/user/favorites": self = .favorites
        case "/2/notify", "/3/notify": self = .notify
        case "/3/venuesearch/search": self = .search
        case "/3/venue": self = .venue
        case "/2/config": self = .config
        case "/4/venue/calendar": self = .calendar
        case "/4/find": self = .find
        case "/3/details": self = .details
        case "/3/book": self = .book
        case "/3/cancel": self = .cancel
        case "/3/change": self = .change
        case "/2/reservation/special_request": self = .specialRequest
        case "/3/location/config": self = .locations
        case "/v1/places:searchText": self = .placesSearch
        default: self = path.hasPrefix("/v1/places/") ? .placesDetails : .unknown
        }
    }

    var isAuth: Bool { self == .authPassword || self == .authMobile || self == .authChallenge || self == .authRefresh }
    var isPlaces: Bool { self == .placesSearch || self == .placesDetails }

    var needsToken: Bool {
        switch self {
        case .user, .reservations, .favorites, .notify, .details, .book, .cancel, .change, .specialRequest: true
        default: false
        }
    }

    /// The methods that mean something there.
    var methods: [String] {
        switch self {
        case .authPassword, .authMobile, .authChallenge, .authRefresh, .search, .book, .cancel, .change,
            .specialRequest,
            .placesSearch:
            ["POST"]
        case .find, .details, .favorites: ["GET", "POST"]
        case .notify: ["GET", "POST", "DELETE"]
        default: ["GET"]
        }
    }

    /// The media types a body may have there.
    var mediaTypes: [String] {
        let form = "application/x-www-form-urlencoded"
        return switch self {
        case .authPassword, .authMobile, .authChallenge, .book, .cancel, .change, .favorites, .notify: [form]
        case .find, .details: ["application/json"]
        case .search: ["application/json", form]
        default: []
        }
    }

    /// Whether a fault for this scope touches `endpoint`.
    func covers(_ endpoint: Endpoint) -> Bool {
        switch self {
        case .any: true
        case .auth: endpoint.isAuth
        case .places: endpoint.isPlaces
        case .reads: [.search, .venue, .config, .calendar, .find, .locations].contains(endpoint)
        default: self == endpoint
        }
    }
}
