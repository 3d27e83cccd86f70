internal import ResyDomain

/// One request to Resy, before anybody's access goes with it.
struct ResyRequest {
    enum Body {
        case none
        case form([(name: String, value: String)])
        case json(JSON)
    }

    var endpoint: Endpoint
    var method: HTTPRequest.Method
    var path: String
    var query: [(name: String, value: String)] = []
    var body: Body = .none
    /// False inside a booking, whose steps follow each other at once.
    var isPaced = true
    /// It shares the turn of a request that goes at the same moment.
    var isBeside = false
    /// Looks what became of a booking or a cancellation that was sent.
    var settles = false
    /// Arrays whose elements are decoded as they arrive; replaced before a repeat.
    var arrays: () -> [JSONStream.Elements] = { [] }
}
