internal import ResyDomain

extension APIFailure {
    /// Reads an answer outside 2xx. `body` is its head, at most 64 KiB. What `redactor` knows is not quoted from it.
    init(endpoint: Endpoint, head: HTTPHead, body: [UInt8], redactor: Redactor = Redactor(), now: Instant) {
        let envelope = Envelope(body, redactor)
        self.init(
            endpoint: endpoint, status: head.status, head: head, envelope: envelope,
            isPage: envelope == nil && !body.isEmpty, now: now)
    }

    /// Reads a 2xx answer that carries an error envelope inside; nil where it does not.
    init?(
        endpoint: Endpoint, head: HTTPHead, inside answer: JSON, redactor: Redactor = Redactor(), now: Instant
    ) {
        guard let status = try? answer.optional("status")?.integer, (400...599).contains(status),
            answer.optional("message") != nil
        else { return nil }
        // Of a deed, 2xx around a refused sign-in is a contradiction, and no call for a second one.
        if endpoint.isCommitment, [401, 419].contains(status) {
            self = .server(status: head.status)
            return
        }
        self.init(endpoint: endpoint, status: status, head: head, envelope: Envelope(answer, redactor), now: now)
    }

    /// `isPage`: there is an answer, and it is none of Resy's.
    private init(
        endpoint: Endpoint, status: Int, head: HTTPHead, envelope: Envelope?, isPage: Bool = false, now: Instant
    ) {
        let message = envelope?.message
        // A code that is wrong comes back with one of several statuses, and is named among the fields.
        if endpoint == .code, (400...499).contains(status), let reason = envelope?.fields["code"] {
            self = .wrongCode(isExpired: Self.meansExpired(reason))
            return
        }
        if endpoint == .signIn, (400...499).contains(status), status != 429, envelope?.wantsProof == true {
            self = .codeWanted
            return
        }
        // A 400 that names the format means the same as the status for it.
        if endpoint == .wish, status == 400, envelope?.namesFormat == true {
            self = .refused(status: 415, message: message)
            return
        }
        // Bare text for a wrong form, or for a call that is not there any more, says nothing of other calls.
        if endpoint == .wish, status == 500, envelope == nil {
            self = .server(status: status)
            return
        }
        // Not Resy's word: there is no such call there. An empty answer to details may be Resy's.
        if status == 404, envelope == nil, endpoint == .change || endpoint == .details && isPage {
            self = .noSuchCall
            return
        }
        if [401, 403, 419].contains(status), envelope?.speaks(of: ["api key", "api_key", "apikey", "api-key"]) == true {
            self = .wrongKey
            return
        }
        switch status {
        case 401, 419: self = Self.unauthorized(at: endpoint, message)
        case 402: self = .payment(message: message)
        case 403:
            guard let envelope else { self = .blocked(status: status); return }
            if envelope.speaks(of: ["captcha"]) {
                self = .captcha
            } else if envelope.speaks(of: ["payment", "card"]) {
                self = .payment(message: message)
            } else {
                self = .refused(status: status, message: message)
            }
        case 404, 410:
            self = Self.unavailable(at: endpoint, status, message)
        case 405: self = .noSuchCall
        case 412:
            if let existing = envelope?.existing {
                self = .conflict(existing)
            } else {
                self = Self.unavailable(at: endpoint, status, message)
            }
        case 429: self = .rateLimited(retryAt: RetryAfter.moment(head.first("retry-after"), now: now))
        case 500:
            guard let envelope else { self = .blocked(status: status); return }
            // Of a booking, nothing but the proper word for it may call for a second one.
            if !endpoint.isCommitment, envelope.speaks(of: ["unauthorized", "not authorized", "auth token"]) {
                self = Self.unauthorized(at: endpoint, message)
            } else {
                self = .server(status: status)
            }
        case 501...: self = .server(status: status)
        default:
            if envelope?.speaks(of: ["captcha"]) == true {
                self = .captcha
            } else {
                self = .refused(status: status, message: message)
            }
        }
    }

    /// Taken, most often; but the same statuses are seen for a card that is missing, a captcha, or another table held.
    private static func unavailable(at endpoint: Endpoint, _ status: Int, _ message: String?) -> APIFailure {
        guard [.details, .book, .change].contains(endpoint) else { return .refused(status: status, message: message) }
        let words = message?.lowercased() ?? ""
        if words.contains("captcha") { return .captcha }
        if ["payment", "credit card"].contains(where: words.contains) { return .payment(message: message) }
        if words.contains("already have") { return .conflict(Existing()) }
        if words.isEmpty || saysTaken(words, at: endpoint) { return .gone(message: nil) }
        // A change may be refused for the table that is held, too.
        return endpoint == .change ? .refused(status: status, message: message) : .gone(message: message)
    }

    /// It is the table that is gone, and not the account, the restaurant or a policy that is spoken of.
    private static func saysTaken(_ words: String, at endpoint: Endpoint) -> Bool {
        if words.contains("precondition failed") { return true }
        let said = Set(words.split { !$0.isLetter }.map(String.init))
        let things =
            ["table", "slot", "time", "timeslot", "tables", "seat", "seats"]
            + (endpoint == .change ? [] : ["reservation"])
        guard !said.isDisjoint(with: things) else { return false }
        return ["not available", "no longer available", "unavailable", "taken", "been booked", "already booked"]
            .contains(where: words.contains)
    }

    private static func unauthorized(at endpoint: Endpoint, _ message: String?) -> APIFailure {
        switch endpoint {
        case .signIn, .sendCode, .challenge: .wrongPassword
        case .code: .wrongCode(isExpired: meansExpired(message ?? ""))
        default: .signedOut
        }
    }

    /// "Wrong or expired" leaves it open, and then another try costs nothing.
    private static func meansExpired(_ reason: String) -> Bool {
        let reason = reason.lowercased()
        return reason.contains("expired") && !["wrong", "invalid", "incorrect"].contains { reason.contains($0) }
    }
}

/// Resy's error body: `{"status", "message", "data": {field: reason}}`, any of it missing.
private struct Envelope {
    let message: String?
    let existing: APIFailure.Existing?
    let wantsProof: Bool
    /// Field to reason.
    let fields: [String: String]

    /// Nil for anything but a JSON object: HTML, bare text, nothing.
    init?(_ body: [UInt8], _ redactor: Redactor) {
        guard let answer = try? JSON(parsing: body), answer.kind == .object else { return nil }
        self.init(answer, redactor)
    }

    /// A server may say back what it was sent: these fields are named, and never quoted.
    private static let secretFields: Set<String> = [
        "password", "token", "auth_token", "book_token", "resy_token", "config_id", "code", "struct_payment_method",
        "description", "occasion", "special_request",
    ]

    /// More than this would be cut in any case.
    private static let mostParts = 20

    init(_ answer: JSON, _ redactor: Redactor) {
        var parts: [String] = []
        if let said = try? answer.optional("message")?.words { parts.append(redactor.cleanLine(said)) }
        var fields: [String: String] = [:]
        for (field, reason) in answer.optional("data")?.members ?? [] {
            guard let text = try? reason.label else { continue }
            fields[field] = CleanText.line(text)
            guard parts.count < Self.mostParts else { continue }
            // A field's name is the server's as well, and may be what was sent.
            let name = redactor.cleanLine(field, to: 80)
            let isSecret = Self.secretFields.contains(field.lowercased())
            parts.append(isSecret ? "\(name) refused" : "\(name): \(redactor.cleanLine(text))")
        }
        self.fields = fields
        wantsProof = ProofWanted.isWanted(by: answer)
        message = parts.isEmpty ? nil : CleanText.shortened(parts.joined(separator: "; "), to: 300)
        guard let specs = answer.optional("specs") else { existing = nil; return }
        existing = APIFailure.Existing(
            reservationID: try? specs.optional("reservation_id")?.integer,
            venueName: (try? answer.optional("venue")?.optional("name")?.words).map { redactor.cleanLine($0, to: 80) },
            day: (try? specs.optional("day")?.string).flatMap { CalendarDay(iso: $0) },
            time: (try? specs.optional("time_slot")?.string).flatMap { TimeOfDay(clock: $0) })
    }

    /// The body came in a media type that is not taken.
    var namesFormat: Bool {
        fields.keys.contains { ["content_type", "content-type", "mimetype"].contains($0.lowercased()) }
            || speaks(of: ["content type", "content-type", "media type", "json", "form-urlencoded"])
    }

    func speaks(of words: [String]) -> Bool {
        guard let text = message?.lowercased() else { return false }
        return words.contains { text.contains($0) }
    }
}

/// `Retry-After`: seconds, or an HTTP date; at most a day is believed, and a moment that is past is none.
enum RetryAfter {
    static func moment(_ header: String?, now: Instant) -> Instant? {
        guard let header else { return nil }
        let moment = Int(header).map { now.adding(Double($0)) } ?? WireTime.httpDate(header)
        return moment.flatMap { $0 < now ? nil : min($0, now.adding(86_400)) }
    }
}
