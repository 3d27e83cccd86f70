internal import ResyDomain

extension ResyCall {
    /// How a wish is written. A form, as Resy's own site sends it; JSON only where the answer to one is that the format is
    /// wrong, which proves that nothing was done.
    enum WishFormat: Sendable { case form, json }

    /// `POST /2/reservation/special_request`: sets the reservation's words or its occasion.
    ///
    /// `token`: of a row that was read a moment ago. What the answer holds is not known, so none is required; only the
    /// reservation tells what it holds now.
    func send(_ wish: Wish, as format: WishFormat, _ token: Secret)
        async throws
    {
        redactor.register(token)
        var fields: [(String, JSON)] = [("resy_token", .string(token.reveal()))]
        switch wish {
        case .words(let words): fields.append(("description", .string(words)))
        case .occasion(let occasion):
            fields += [("occasion", .string(occasion.name)), ("occasion_id", .integer(occasion.number))]
        }
        let body: ResyRequest.Body =
            switch format {
            case .form: .form(fields.map { (name: $0.0, value: (try? $0.1.text) ?? "") })
            case .json: .json(.object(fields))
            }
        _ = try await send(
            ResyRequest(
                endpoint: .wish, method: .post, path: "/2/reservation/special_request", body: body, isPaced: false))
    }
}

extension WishFlow.Answer {
    /// Nil for a sign-in that is refused: that is mended first.
    init?(_ failure: any Error) {
        guard let failure = failure as? APIFailure else {
            // Our own records or the pace kept it from going out; a task that was ended may have sent it.
            self = failure is ResyError ? .notSent : .maybeTaken
            return
        }
        switch failure {
        case .signedOut: return nil
        case .stopped, .otherAccount: self = .notSent
        case .network(let fault): self = fault.provesNothingWasSent ? .notSent : .maybeTaken
        case .rateLimited, .wrongKey, .wrongPassword, .wrongCode, .codeWanted: self = .failed
        // A redirect may follow a deed, and 408 is a gateway's word that it gave up waiting.
        case .refused(let status, _): self = (400...499).contains(status) && status != 408 ? .refused : .maybeTaken
        case .payment, .gone, .conflict, .captcha, .noSuchCall: self = .refused
        case .blocked, .server, .schema: self = .maybeTaken
        }
    }
}
