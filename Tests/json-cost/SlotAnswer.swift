/// The answer of a busy evening.
enum SlotAnswer {
    /// As Resy writes it, with all the fields that nobody reads.
    static func make(_ tables: Int, isOdd: (Int) -> Bool = { _ in false }) -> [UInt8] {
        let slots = (0..<tables).map { number in
            let time = "\(17 + number / 40):\(10 + number % 4 * 15):00"
            return """
                {"availability":{"id":3},"config":{"id":\(31_000_000 + number),"type":"Dining Room","is_visible":false,
                "token":"rgs://resy/99001/2750001/2/2036-11-14/2036-11-14/\(time)/2/Dining Room \(number)"},"market":{"date":{"booking":null}},
                "date":{"start":"2036-11-14 \(time)","end":"2036-11-14 23:00:00"},"diet":null,"display_config":{"color":{"background":"2E6D81",
                "font":"2E6D81"}},"exclusive":{"id":0,"is_eligible":true},"floorplan_id":null,"gda":{"id":null},"id":null,
                "is_global_dining_access":false,"level":{"max":{"value":99},"min":{"value":1}},"lock":null,"meta":{"size":{"assumed":2},
                "type":{"id":2}},"note":"\(isOdd(number) ? "\\ud83c" : "ok")","payment":{"cancellation_fee":null,"deposit_fee":null,
                "is_paid":false,"payment_structure":1,"secs_cancel_cut_off":86400,"secs_change_cut_off":86400,"service_charge":"0.00",
                "service_charge_options":[],"time_cancel_cut_off":null,"venue_share":null},"pos":{},"pacing":{"beyond":false},
                "quantity":\(number % 5),"score":{"total":4.375},"shift":{"day":"2036-11-14","id":4770001,"service":{"type":{"id":2}}},
                "size":{"max":4,"min":2},"status":{"id":1},"table":{"id":[\(number),\(number + 1)]},"template":{"id":2750001},"time":{"turn":{
                "actual":3,"estimated":0}}}
                """
        }
        return Array(
            #"{"query":{},"results":{"venues":[{"venue":{"id":{"resy":99001},"name":"Example Trattoria"},"slots":[\#(slots.joined(separator: ","))]}]}}"#
                .utf8)
    }
}
