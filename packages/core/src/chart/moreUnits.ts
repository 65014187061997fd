import { siLadderWithParts } from '../format/ladders.ts';
import type { UnitDefinition } from '../format/UnitDefinition.ts';
import { type UnitTables, unitInTables } from '../format/unitTables.ts';

const TABLES: UnitTables = {
  iec: 'TiBs B/s 4|PiBs B/s 5|Kibits b/s 1|Mibits b/s 2|Gibits b/s 3|Tibits b/s 4|Pibits b/s 5',
  si:
    'TBs B/s 4|PBs B/s 5|Tbits b/s 4|Pbits b/s 5|Hs H/s|KHs H/s 1|MHs H/s 2|GHs H/s 3|THs H/s 4|PHs H/s 5|EHs H/s 6|' +
    'flops FLOPS|mflops FLOPS 2|gflops FLOPS 3|tflops FLOPS 4|pflops FLOPS 5|eflops FLOPS 6|zflops FLOPS 7|yflops FLOPS 8',
  parts:
    'kwatt W 1|megwatt W 2|gwatt W 3|mwatt W -1|voltamp VA|kvoltamp VA 1|voltampreact VAr|kvoltampreact VAr 1|watth Wh|' +
    'kwatth Wh 1|watthperkg Wh/kg|kwattm W-Min 1|amph Ah|kamph Ah 1|mamph Ah -1|joule J|ev eV|amp A|kamp A 1|mamp A -1|' +
    'volt V|kvolt V 1|mvolt V -1|ohm Ω|kohm Ω 1|Mohm Ω 2|farad F|µfarad F -2|nfarad F -3|pfarad F -4|ffarad F -5|henry H|' +
    'mhenry H -1|µhenry H -2|lumens Lm|forceNm Nm|forcekNm Nm 1|forceN N|forcekN N 1|massmg g -1|massg g|masskg g 1|' +
    'lengthmm m -1|lengthm m|lengthkm m 1|pressurembar bar -1|pressurebar bar|pressurekbar bar 1|pressurepa Pa|radbq Bq|' +
    'radci Ci|radgy Gy|radrad rad|radsv Sv|radmsv Sv -1|radusv Sv -2|radrem rem|radexpckg C/kg|radr R|radsvh Sv/h|' +
    'radmsvh Sv/h -1|radusvh Sv/h -2|mlitre L -1|litre L',
  plain:
    'pixel px|accMS2 m/s²|accFS2 ft/s²|accG g|radian rad|areaM2 m²|areaF2 ft²|areaMI2 mi²|conppb ppb|conngm3 ng/m³|' +
    'conngNm3 ng/Nm³|conμgm3 μg/m³|conμgNm3 μg/Nm³|conmgm3 mg/m³|conmgNm3 mg/Nm³|congm3 g/m³|congNm3 g/Nm³|conmgdL mg/dL|' +
    'conmmolL mmol/L|Wm2 W/m²|flowgpm gpm|flowcms cms|flowcfs cfs|flowcfm cfm|litreh L/h|flowlpm L/min|flowmlpm mL/min|' +
    'masslb lb|masst t|lengthin in|lengthft ft|lengthmi mi|pressurehpa hPa|pressurekpa kPa|pressurehg "Hg|pressurepsi psi|' +
    'rotrads rad/s|rotdegs °/s|fahrenheit °F|farenheit °F|kelvin K|velocityms m/s|velocitykmh km/h|velocitymph mph|' +
    'velocityknot kn|m3 m³|Nm3 Nm³|dm3 dm³|gallons gal',
  tight: 'degree °|humidity %H',
};

const OTHERS: Readonly<Record<string, UnitDefinition>> = {
  dthms: { kind: 'text', write: (seconds) => clockDuration(seconds, false) },
  dtdhms: { kind: 'text', write: (seconds) => clockDuration(seconds, true) },
  currencymBTC: { kind: 'plain', suffix: '', prefix: 'mBTC' },
  currencyμBTC: { kind: 'plain', suffix: '', prefix: 'μBTC' },
};

/**
 * Returns how Grafana's other units are written, those of physics and those that a dashboard makes up (`suffix:jobs`,
 * `si:gas/s`) among them, for the `units` of a {@link ValueFormatter}. Widgets know them.
 *
 * @public
 */
export function moreUnits(id: string): UnitDefinition | undefined {
  return unitInTables(TABLES, id) ?? (Object.hasOwn(OTHERS, id) ? OTHERS[id] : findCustomUnit(id));
}

// `si:kB` are values in kilobytes; the pattern after `time:` we leave to the locale.
function findCustomUnit(id: string): UnitDefinition | undefined {
  const [, kind, rest = ''] = /^(suffix|prefix|si|count|time|currency|bool):(.*)$/s.exec(id) ?? [];
  const word = rest.trimStart();
  switch (kind) {
    case 'suffix':
      return { kind: 'plain', suffix: word };
    case 'currency':
      return /^[A-Z]{3}$/.test(word) ? undefined : { kind: 'plain', suffix: '', prefix: word };
    case 'prefix':
      return { kind: 'plain', suffix: '', prefix: word };
    case 'si':
      return findSiUnit(rest);
    case 'count':
      return { kind: 'compact', suffix: word };
    case 'bool': {
      const [other = '', zero = '-'] = word.split('/');
      return { kind: 'choice', zero, other };
    }
    case 'time':
      return { kind: 'dateTime' };
    default:
      return undefined;
  }
}

// As Grafana reads it: a first letter that is a prefix is one, and a space before it keeps it from being read so.
function findSiUnit(unit: string): UnitDefinition {
  const place = 'fpnµm kMGTPEZY'.indexOf(unit.charAt(0));
  const hasPrefix = place >= 0 && unit.charAt(0) !== ' ' && unit !== '';
  return hasPrefix
    ? { kind: 'ladder', rungs: siLadderWithParts(unit.slice(1)), inFactor: 1000 ** (place - 5) }
    : { kind: 'ladder', rungs: siLadderWithParts(unit.trimStart()), inFactor: 1 };
}

/** Returns a duration as on a clock: `49:05:07`, or, with days apart, `2 d 01:05:07`. */
function clockDuration(seconds: number, hasDays: boolean): string {
  const rest = Math.round(Math.abs(seconds));
  const days = hasDays ? Math.floor(rest / 86_400) : 0;
  const parts = [Math.floor((rest - days * 86_400) / 3600), Math.floor(rest / 60) % 60, rest % 60];
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return `${seconds < 0 && rest > 0 ? '-' : ''}${days > 0 ? `${days} d ` : ''}${clock}`;
}
