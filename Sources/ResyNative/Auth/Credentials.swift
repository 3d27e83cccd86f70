package import ResyDomain

/// What is kept for one platform, encrypted: the fields that the Python tool of the same folder knows, and ours.
package struct Credentials: Sendable {
    package var email: String?
    package var password: Secret?
    package var authToken: Secret?
    /// Application-level key captured at a sign-in.
    package var apiKey: String?
    package var paymentMethodID: Int?
    package var tokenExpiresAt: Instant?
    /// When the token was given, by our clock.
    package var tokenObtainedAt: Instant?
    /// Resy's clock less ours at that moment, in seconds.
    package var serverClockOffset: Double?
    /// Cookie lines in the Netscape format that libcurl reads and writes.
    package var cookies: [Secret]
    /// False while Resy never confirmed the password.
    package var isVerified: Bool

    package init(
        email: String? = nil, password: Secret? = nil, authToken: Secret? = nil, apiKey: String? = nil,
        paymentMethodID: Int? = nil, tokenExpiresAt: Instant? = nil, tokenObtainedAt: Instant? = nil,
        serverClockOffset: Double? = nil, cookies: [Secret] = [], isVerified: Bool = false
    ) {
        self.email = email
        self.password = password
        self.authToken = authToken
        self.apiKey = apiKey
        self.paymentMethodID = paymentMethodID
        self.tokenExpiresAt = tokenExpiresAt
        self.tokenObtainedAt = tokenObtainedAt
        self.serverClockOffset = serverClockOffset
        self.cookies = cookies
        self.isVerified = isVerified
    }
}

extension Credentials {
    /// Reads what either tool wrote: a card as a number, its text or `{"id": n}`; a moment as seconds or ISO text.
    /// A field that cannot be read counts as absent: signing in again mends it.
    init(_ json: JSON) {
        let card = json.optional("payment_method_id")
        let expires = json.optional("token_expires_at")
        self.init(
            email: try? json.optional("email")?.string,
            password: Self.secret(json.optional("password")), authToken: Self.secret(json.optional("auth_token")),
            apiKey: try? json.optional("api_key")?.string,
            paymentMethodID: (try? card?.integer) ?? (try? card?.optional("id")?.integer),
            tokenExpiresAt: (try? expires?.number).map { Instant(seconds: $0) }
                ?? (try? expires?.string).flatMap { WireTime.instant($0) },
            tokenObtainedAt: (try? json.optional("token_obtained_at")?.number).map { Instant(seconds: $0) },
            serverClockOffset: try? json.optional("server_clock_offset")?.number,
            cookies: ((try? json.optional("cookies")?.items) ?? []).compactMap { Self.secret($0) },
            isVerified: (try? json.optional("verified")?.flag) ?? (json.optional("auth_token") != nil))
    }

    /// What is written: our fields, over whatever else the file held.
    func json(over before: JSON?) -> JSON {
        var ours: [(String, JSON)] = [
            ("email", .string(email)), ("password", .string(password?.reveal())),
            ("auth_token", .string(authToken?.reveal())), ("api_key", .string(apiKey)),
            ("payment_method_id", .integer(paymentMethodID)), ("token_expires_at", .number(tokenExpiresAt?.seconds)),
            ("token_obtained_at", .number(tokenObtainedAt?.seconds)),
            ("server_clock_offset", .number(serverClockOffset)),
            ("cookies", .array(cookies.map { .string($0.reveal()) })), ("verified", .bool(isVerified)),
        ]
        // A card or a moment that did not change stays in the form the other tool wrote, and so does one that
        // cannot be read here.
        let known = before.map { Credentials($0) }
        if let card = before?.optional("payment_method_id"), known?.paymentMethodID == paymentMethodID {
            ours[4].1 = card
        }
        if let expires = before?.optional("token_expires_at"), known?.tokenExpiresAt == tokenExpiresAt {
            ours[5].1 = expires
        }
        let names = Set(ours.map { $0.0 })
        let others = (before?.members ?? []).filter { !names.contains($0.key) }.map { ($0.key, $0.value) }
        return .object(ours + others)
    }

    private static func secret(_ field: JSON?) -> Secret? {
        guard let text = try? field?.string, !text.isEmpty else { return nil }
        return Secret(text)
    }
}
