import Foundation

extension World {
    func find(_ request: RecordedRequest) -> Reply {
        guard let fields = fields(of: request) else { return .failure(400, "Invalid JSON") }
        let absent = ["lat", "long", "day", "party_size", "venue_id"].filter { fields[$0]?.plain == nil }
        if !absent.isEmpty { return .invalid(absent.map { ($0, "missing") }) }
        guard let day = Day(fields["day"]?.string ?? "") else { return .invalid([("day", "invalid")]) }
        guard let party = fields["party_size"]?.int, (1...50).contains(party) else {
            return .invalid([("party_size", "invalid")])
        }
        guard let id = fields["venue_id"]?.int else { return .invalid([("venue_id", "invalid")]) }
        if fields["resy_token"] != nil, switches.findRefusesTokens { return .invalid([("resy_token", "unknown")]) }
        var found: [JSONValue] = []
        if let venue = venue(id), day >= venue.clock.day(at: now).adding(-1) {
            let account = signedInAccount(request)?.id
            found = [
                [
                    "venue": findVenue(venue, on: day), "templates": templates(venue),
                    "slots": .array(slotList(venue, day: day, party: party, account: account)), "gating_errors": [:],
                    "notifies": [], "pickups": ["slots": []],
                ]
            ]
        }
        var reply = Reply(
            200,
            [
                "query": ["day": .string(day.description), "party_size": .int(party), "time_filter": nil],
                "bookmark": nil,
                "results": ["meta": ["offset": 0, "limit": 50], "venues": .array(found)],
                "platinum_night": nil,
            ])
        reply.wire.delayMilliseconds = switches.findDelays[String(id)] ?? 0
        if switches.silentVenues.contains(id) { reply.wire.stallMilliseconds = 600_000 }
        return reply
    }

    /// The parameters, whether they came in the query or in a JSON body.
    func fields(of request: RecordedRequest) -> JSONValue? {
        if request.method == "POST" { return request.json.flatMap { $0.members == nil ? nil : $0 } }
        return .object(request.query.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) })
    }

    func findVenue(_ venue: Venue, on day: Day? = nil) -> JSONValue {
        let city = venue.city
        let today = venue.clock.day(at: now)
        return [
            "id": ["resy": .int(venue.id)], "name": .string(venue.name), "type": .string(venue.cuisine),
            "url_slug": .string(venue.slug), "price_range": .int(venue.price),
            "location": [
                "time_zone": .string(venue.zone), "neighborhood": .string(venue.neighborhood),
                "geo": ["lat": .double(venue.latitude), "lon": .double(venue.longitude)], "code": .string(city.code),
                "name": .string(city.name), "url_slug": .string(city.slug),
            ],
            "rating": .double(venue.rating), "total_ratings": .int(venue.ratingCount),
            "currency": ["symbol": .string(city.symbol), "code": .string(city.currency)],
            "currency_symbol": .string(city.symbol), "feature_recaptcha": .bool(venue.needsCaptcha),
            "allow_bypass_payment_method": 1, "gda_concierge_booking": false, "requires_reservation_transfers": 0,
            "reopen": ["date": .text(venue.reopensInDays.map { today.adding($0).description })], "supports_pickups": 0,
            "transaction_processor": "stripe",
            "default_template": .text(venue.seatings.first.map { String($0.template) }),
            "waitlist": ["available": 0], "service_types": ["2": ["type": ["id": 2, "name": "Dinner"]]],
            "notify_options": notifyOptions(of: venue, on: day ?? today),
        ]
    }

    private func templates(_ venue: Venue) -> JSONValue {
        .object(
            venue.seatings.enumerated().map { index, seating in
                let terms = seating.terms
                return JSONValue.Member(
                    String(seating.template),
                    [
                        "id": .int(seating.template), "venue_id": .int(venue.id), "name": "Dinner",
                        "is_default": .flag(index == 0), "is_event": 0, "is_pickup": 0,
                        "is_paid": .bool(saysPaid(terms)), "payment_structure": .number(paymentStructure),
                        "cancellation_fee": .number(terms.cancellationFee), "deposit_fee": .number(terms.depositFee),
                        "large_party_size_cancel": .number(seating.largeParty.map { Double($0.size) }),
                        "large_party_cancellation_fee": .number(seating.largeParty?.fee),
                        "service_charge": nil, "secs_cancel_cut_off": .int(terms.cutOffSeconds),
                        "time_cancel_cut_off": .text(terms.cutOffTime),
                        "secs_change_cut_off": .int(terms.cutOffSeconds),
                        "time_change_cut_off": nil,
                        "turn_times": [["secs_amount": 5400, "size": ["min": 1, "max": .int(seating.maxParty)]]],
                        "reservation_config": ["type": .string(seating.label ?? seating.name), "badge": nil],
                        "content": [:], "images": [],
                    ])
            })
    }

    func configID(_ offer: SlotBook.Offer, copy: Int) -> Int {
        offer.seating.template % 1_000_000 * 10_000 + offer.key.minutes * 5 + copy
    }

    func saysPaid(_ terms: Terms) -> Bool {
        terms.kind == .prepaid || switches.money == .recorded && terms.kind != .free
    }

    /// Null wherever it was recorded.
    private var paymentStructure: Double? { switches.money == .recorded ? nil : Double(switches.paymentStructure) }

    /// Number 1000 is Global Dining Access.
    private func exclusive(_ seating: Seating) -> JSONValue {
        if seating.isGlobalDining {
            return ["id": 1000, "is_eligible": .bool(seating.isOpenToMembers)]
        }
        return ["id": .int(seating.isExclusive ? 7 : 0), "is_eligible": .bool(!seating.isExclusive)]
    }

    func slotList(_ venue: Venue, day: Day, party: Int, account: Int?) -> [JSONValue] {
        let opened = SlotBook.opening(of: day, at: venue)
        return slots.offers(venue, day: day, party: party, now: now, account: account).flatMap { offer in
            (0..<offer.seating.copies).map { slot(offer, venue, party: party, copy: $0, opened: opened) }
        }
    }

    private func slot(_ offer: SlotBook.Offer, _ venue: Venue, party: Int, copy: Int, opened: Date) -> JSONValue {
        let seating = offer.seating
        let terms = seating.terms
        let token = offer.key.token(template: seating.template, service: seating.service, party: party)
        let payment: JSONValue = [
            "is_paid": .bool(saysPaid(terms)), "is_add_on_required": .bool(seating.needsAddOn),
            "cancellation_fee": .number(terms.cancellationFee), "deposit_fee": .number(terms.depositFee),
            "service_charge": nil, "venue_share": nil, "payment_structure": .number(paymentStructure),
            "secs_cancel_cut_off": .int(terms.cutOffSeconds), "time_cancel_cut_off": .text(terms.cutOffTime),
            "secs_change_cut_off": .int(terms.cutOffSeconds), "time_change_cut_off": nil, "service_charge_options": [],
        ]
        return [
            "availability": ["id": 3],
            "config": [
                "id": .int(configID(offer, copy: copy)), "custom_config_name": nil,
                "type": .string(seating.label ?? seating.name), "is_visible": false,
                "token": venue.tockURL == nil ? .string(token) : nil,
            ],
            "date": ["start": .string(offer.startText), "end": .string(offer.endText)],
            "size": ["min": .int(seating.minParty), "max": .int(seating.maxParty)], "quantity": .int(offer.left),
            "id": nil, "lock": nil,
            "exclusive": exclusive(seating),
            "is_global_dining_access": .bool(seating.isGlobalDining),
            "market": [
                "date": [
                    "off": .int(Int(offer.start.timeIntervalSince1970)), "on": .int(Int(opened.timeIntervalSince1970)),
                ]
            ],
            "meta": ["size": ["assumed": .int(party)], "type": ["id": 0]], "pacing": ["beyond": false],
            "score": ["total": 0],
            "shift": [
                "id": .int(810_000 + seating.service), "day": .string(offer.key.day),
                "service": ["type": ["id": .int(seating.service)]],
            ],
            "status": ["id": 1], "table": ["id": [.int(12 + copy)]], "template": ["id": .int(seating.template)],
            "floorplan": ["id": 1], "time": ["turn": ["actual": 5400, "estimated": 5400]],
            "display_config": ["color": ["background": "2E6D97", "font": "FFFFFF"]],
            "reservation_config": ["badge": nil], "gdc_perk": nil, "has_add_ons": .bool(seating.needsAddOn),
            "payment": payment,
        ]
    }
}
