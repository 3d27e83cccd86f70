package import ResyDomain

/// What Resy answers to a code that it takes.
package enum CodeAnswer: Sendable {
    case signedIn(SignedIn)
    /// It wants the e-mail of the account as well.
    case challenge(EmailChallenge)
}

/// What has to come back with the e-mail. Good for minutes; never stored.
package struct EmailChallenge: Sendable {
    let id: Secret
    let claim: Secret?
    let device: Secret
}

extension ResyCall {
    /// `POST /3/auth/mobile`, a form: sends a code by SMS. Resy throttles it.
    package func sendCode(to number: PhoneNumber) async throws {
        redactor.register(Secret(number.text))
        let request = ResyRequest(
            endpoint: .sendCode, method: .post, path: "/3/auth/mobile",
            body: .form([("mobile_number", number.text), ("method", "sms")]))
        _ = try await send(request)
    }

    /// The same with the code that came.
    package func confirm(
        _ code: Secret, for number: PhoneNumber
    ) async throws -> CodeAnswer {
        redactor.register(Secret(number.text))
        redactor.register(code)
        let device = Self.newDevice()
        let request = ResyRequest(
            endpoint: .code, method: .post, path: "/3/auth/mobile",
            body: .form(
                [("mobile_number", number.text), ("code", code.reveal())] + Self.fields(of: device)))
        guard let answer = try await send(request) else { throw APIFailure.schema(path: "$.token") }
        if let challenge = answer.optional("challenge") {
            return .challenge(try emailChallenge(challenge, answer.optional("mobile_claim"), device))
        }
        // A number that nobody has yet is claimed, for the one who would register with it.
        if answer.optional("mobile_claim") != nil { throw ResyError.numberUnknown }
        return .signedIn(try signedIn(answer))
    }

    /// `POST /3/auth/challenge`, a form.
    package func answer(
        _ challenge: EmailChallenge, email: String
    ) async throws -> SignedIn {
        var fields = [(name: "challenge_id", value: challenge.id.reveal()), (name: "em_address", value: email)]
        // Few clients send it; the newer variant of this call wants it.
        if let claim = challenge.claim { fields.append(("claim_token", claim.reveal())) }
        let request = ResyRequest(
            endpoint: .challenge, method: .post, path: "/3/auth/challenge",
            body: .form(fields + Self.fields(of: challenge.device)))
        return try signedIn(try await send(request))
    }

    private func emailChallenge(_ challenge: JSON, _ claim: JSON?, _ device: Secret) throws -> EmailChallenge {
        let (id, wanted) = try reading { () throws(JSONError) in
            (
                try challenge["challenge_id"].text,
                ((try? challenge.optional("properties")?.items) ?? []).compactMap { try? $0.optional("name")?.string }
            )
        }
        guard wanted.allSatisfy({ $0 == "em_address" }) else { throw ResyError.strangeChallenge }
        let token = (try? claim?.optional("claim_token")?.string).map { Secret($0) }
        for secret in [Secret(id), token].compactMap(\.self) { redactor.register(secret) }
        return EmailChallenge(id: Secret(id), claim: token, device: device)
    }

    private static func fields(of device: Secret) -> [(name: String, value: String)] {
        // 3 is what clients that are no app send.
        [("device_type_id", "3"), ("device_token", device.reveal())]
    }

    /// A random UUID: this sign-in, and no machine.
    private static func newDevice() -> Secret {
        let hex = (0..<16).map { place in
            var byte = UInt8.random(in: 0...255)
            if place == 6 { byte = byte & 0x0F | 0x40 }
            if place == 8 { byte = byte & 0x3F | 0x80 }
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        let parts = [hex[0..<4], hex[4..<6], hex[6..<8], hex[8..<10], hex[10..<16]]
        return Secret(parts.map { $0.joined() }.joined(separator: "-"))
    }
}
