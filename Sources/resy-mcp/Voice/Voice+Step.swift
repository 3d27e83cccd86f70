internal import ResyDomain
internal import ResyNative

/// What is being done, for the one who waits.
extension Voice {
    func text(_ step: Step) -> String {
        switch step {
        case .findingVenue: "looking for the restaurant"
        case .readingVenue: "reading the restaurant's page"
        case .findingTables: "asking Resy for tables"
        case .readingOtherDays: "looking at other days"
        case .searching(let done, let all): "searching: \(done) of \(all)"
        case .waitingForBudget(let seconds): "waiting \(span(seconds: seconds)) for the looking budget"
        case .readingCities: "reading Resy's list of cities"
        case .readingTerms: "reading the table's terms"
        case .askingToBook: "asking whether to book"
        case .booking: "booking the table"
        case .lookingForBooking: "looking whether the table is booked"
        case .readingList: "reading the reservations"
        case .askingToCancel: "asking whether to cancel"
        case .cancelling: "cancelling the reservation"
        case .askingToChange: "asking whether to change"
        case .changing: "changing the reservation"
        case .tellingWish: "passing the wish on to the restaurant"
        case .readingNotifies: "reading the Notify list"
        case .settingNotify: "setting Notify"
        case .removingNotify: "taking it off the Notify list"
        case .askingToReplaceWish: "asking whether to replace what the restaurant was told"
        case .askingForCode: "asking Resy to send a code"
        case .signingIn: "signing in to Resy"
        case .renewingSignIn: "renewing the sign-in"
        case .askingWhoseToken: "asking Resy whose token this is"
        case .startingBrowser: "starting the browser"
        case .atPage(let stage): progress(stage)
        case .calling(let obstacle): call(obstacle)
        case .inTheWindow(let why): (why.map { text($0) + " " } ?? "") + "Go on in the window"
        case .lookingAtSetUp: "looking at the set-up"
        case .askingFor(let endpoint): "asking for the \(Self.name(endpoint))"
        }
    }

    private func progress(_ stage: SignInStage) -> String {
        switch stage {
        case .opening: "waiting for the site"
        case .findingForm: "looking for the sign-in form"
        case .filling: "filling in the sign-in form"
        case .waiting: "waiting for Resy's answer"
        }
    }

    /// What the person at the window is asked to do.
    private func call(_ obstacle: SignInObstacle) -> String {
        switch obstacle {
        case .captcha: "Resy wants a captcha solved: please do it in the browser window"
        case .code: "Resy sent a code: please type it into the browser window"
        case .credentials: "Please sign in in the browser window"
        case .unknownPage: "This page is not known here: please go on in the browser window"
        }
    }

    private static func name(_ endpoint: Endpoint) -> String {
        switch endpoint {
        case .signIn: "sign-in"
        case .refresh: "renewal of a sign-in"
        case .sendCode: "code by SMS"
        case .code: "sign-in by code"
        case .challenge: "sign-in by code and e-mail"
        case .user: "account"
        case .reservations: "reservation list"
        case .search: "restaurant search"
        case .venue: "restaurant page"
        case .config: "booking window"
        case .cities: "list of cities"
        case .calendar: "calendar"
        case .find: "table search"
        case .details: "table details"
        case .book: "booking"
        case .cancel: "cancellation"
        case .change: "change"
        case .wish: "special request"
        case .notifies, .notify: "Notify list"
        }
    }
}
