import Matching

extension Evaluator {
    /// `"%s and %d" % (..)`: only the plain conversions of texts and integers, and `%%`.
    func format(_ template: [UInt8], with values: [Constant]) -> [UInt8]? {
        var result: [UInt8] = []
        var used = 0
        var index = 0
        while index < template.count {
            let byte = template[index]
            index += 1
            guard byte == 0x25 else {
                result.append(byte)
                continue
            }
            guard index < template.count else { return nil }
            let conversion = template[index]
            index += 1
            if conversion == 0x25 {
                result.append(0x25)
                continue
            }
            guard used < values.count else { return nil }
            switch (conversion, values[used]) {
            case (0x73, let value):  // %s
                guard let text = text(of: value) else { return nil }
                result += text
            case (0x64, .integer), (0x69, .integer):  // %d, %i
                guard let text = text(of: values[used]) else { return nil }
                result += text
            default: return nil
            }
            used += 1
        }
        return used == values.count ? result : nil
    }

    /// `"{} {0}".format(..)`: only plain fields, numbered or in order, and doubled braces.
    func formatBraces(_ template: [UInt8], with values: [Constant]) -> [UInt8]? {
        var result: [UInt8] = []
        var next = 0
        var index = 0
        while index < template.count {
            let byte = template[index]
            index += 1
            guard byte == 0x7b || byte == 0x7d else {
                result.append(byte)
                continue
            }
            guard index < template.count else { return nil }
            if template[index] == byte {
                result.append(byte)
                index += 1
                continue
            }
            var number = 0
            var digits = 0
            while index < template.count, (0x30...0x39).contains(template[index]), digits < 6 {
                number = number * 10 + Int(template[index] - 0x30)
                digits += 1
                index += 1
            }
            guard byte == 0x7b, index < template.count, template[index] == 0x7d else { return nil }
            index += 1
            if digits == 0 {
                number = next
                next += 1
            }
            guard values.indices.contains(number), let text = text(of: values[number]) else { return nil }
            result += text
        }
        return result
    }
}
