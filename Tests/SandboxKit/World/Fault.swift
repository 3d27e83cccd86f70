/// Something that goes wrong, once or a few times, at an endpoint.
package struct Fault: Sendable, Codable, Equatable {
    package enum Name: String, Sendable, Codable, CaseIterable {
        // Instead of the endpoint's work
        case status, page, blockedPage, blockedText, rateLimited, rateLimitedUntil, accountGone, paymentForbidden
        case methodNotAllowed, tokenExpires, resetBefore, badGatewayBefore, stall, garbage, pretend
        // The work goes differently
        case slotVanishes, feeChanges, policyChanges, forgets
        // After the work
        case dropAfterCommit, badGatewayAfterCommit, pageAfterCommit, emptyAfterCommit, statusAfterCommit
        case createdEmpty, createdWithoutID, createdWithID, createdRefusal, conflictAfterCommit
        // The answer's content
        case invalidUTF8, deepNesting, duplicateKeys, wrongTypes, missingFields, numbersAsStrings, extraFields
        case omitOptional, dateSkew, gzipBomb
        // The answer's bytes
        case delay, drip, truncate, wrongLength, bigBody, halfClose
    }

    package var name: Name
    package var value: Int?
    package var text: String?

    package init(_ name: Name, value: Int? = nil, text: String? = nil) {
        self.name = name
        self.value = value
        self.text = text
    }

    package static func status(_ status: Int, _ message: String = "Temporarily unavailable") -> Fault {
        Fault(.status, value: status, text: message)
    }
    /// HTML where JSON is due, and nothing done.
    package static func page(_ status: Int) -> Fault { Fault(.page, value: status) }
    package static let blockedPage = Fault(.blockedPage)
    package static let blockedText = Fault(.blockedText)
    package static func rateLimited(seconds: Int) -> Fault { Fault(.rateLimited, value: seconds) }
    /// The same with a date in `Retry-After`.
    package static func rateLimitedUntil(seconds: Int) -> Fault { Fault(.rateLimitedUntil, value: seconds) }
    package static let accountGone = Fault(.accountGone)
    package static let paymentForbidden = Fault(.paymentForbidden)
    package static let methodNotAllowed = Fault(.methodNotAllowed)
    package static let tokenExpires = Fault(.tokenExpires)
    package static let resetBefore = Fault(.resetBefore)
    package static let badGatewayBefore = Fault(.badGatewayBefore)
    package static func stall(milliseconds: Int) -> Fault { Fault(.stall, value: milliseconds) }
    package static let garbage = Fault(.garbage)
    /// Says it is done, and does nothing.
    package static let pretend = Fault(.pretend)

    /// Somebody else takes the table just before; `status` is 404 or 412, else the endpoint's own.
    package static func slotVanishes(status: Int? = nil) -> Fault { Fault(.slotVanishes, value: status) }
    /// Details tell this amount per guest, as a cancellation fee if the table was free.
    package static func feeChanges(to amount: Int) -> Fault { Fault(.feeChanges, value: amount) }
    package static func policyChanges(to text: String) -> Fault { Fault(.policyChanges, text: text) }

    /// A list that is empty for once, and says that this is all.
    package static let forgets = Fault(.forgets)

    package static let dropAfterCommit = Fault(.dropAfterCommit)
    package static let badGatewayAfterCommit = Fault(.badGatewayAfterCommit)
    package static let pageAfterCommit = Fault(.pageAfterCommit)
    /// HTML with that status, although it is done.
    package static func pageAfterCommit(_ status: Int) -> Fault { Fault(.pageAfterCommit, value: status) }
    package static let emptyAfterCommit = Fault(.emptyAfterCommit)
    /// An error with an envelope, although it is done.
    package static func statusAfterCommit(_ status: Int) -> Fault { Fault(.statusAfterCommit, value: status) }
    package static let createdEmpty = Fault(.createdEmpty)
    package static let createdWithoutID = Fault(.createdWithoutID)
    /// 201 around an envelope of that status.
    package static func createdRefusal(_ status: Int) -> Fault { Fault(.createdRefusal, value: status) }
    /// 412 that names the table just booked, as a second delivery of the same request would get.
    package static let conflictAfterCommit = Fault(.conflictAfterCommit)
    /// A number that is not the reservation's.
    package static func createdWithID(_ id: Int) -> Fault { Fault(.createdWithID, value: id) }

    package static let invalidUTF8 = Fault(.invalidUTF8)
    package static func deepNesting(_ levels: Int) -> Fault { Fault(.deepNesting, value: levels) }
    package static let duplicateKeys = Fault(.duplicateKeys)
    package static let wrongTypes = Fault(.wrongTypes)
    package static let missingFields = Fault(.missingFields)
    package static let numbersAsStrings = Fault(.numbersAsStrings)
    package static let extraFields = Fault(.extraFields)
    package static let omitOptional = Fault(.omitOptional)
    package static func dateSkew(seconds: Int) -> Fault { Fault(.dateSkew, value: seconds) }
    package static func gzipBomb(bytes: Int) -> Fault { Fault(.gzipBomb, value: bytes) }

    package static func delay(milliseconds: Int) -> Fault { Fault(.delay, value: milliseconds) }
    package static func drip(milliseconds: Int) -> Fault { Fault(.drip, value: milliseconds) }
    /// The body ends after so many bytes.
    package static func truncate(_ bytes: Int) -> Fault { Fault(.truncate, value: bytes) }
    /// `Content-Length` off by so many.
    package static func wrongLength(_ difference: Int) -> Fault { Fault(.wrongLength, value: difference) }
    package static func bigBody(bytes: Int) -> Fault { Fault(.bigBody, value: bytes) }
    package static let halfClose = Fault(.halfClose)

    /// Whether the endpoint's own work does not happen.
    var replacesWork: Bool {
        switch name {
        case .status, .page, .blockedPage, .blockedText, .rateLimited, .rateLimitedUntil, .accountGone,
            .paymentForbidden, .methodNotAllowed, .resetBefore, .badGatewayBefore, .stall, .garbage:
            true
        default: false
        }
    }
}

/// A fault that waits for its endpoint.
struct PlannedFault: Sendable {
    var fault: Fault
    var scope: Endpoint
    /// Calls to let through first.
    var after: Int
    /// Calls left to spoil.
    var times: Int
}
