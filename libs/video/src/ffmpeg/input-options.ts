import path from 'node:path';

/** Containers that hold their pictures themselves; names of ffmpeg's demuxers. */
export const CONTAINERS = [
  ...[
    'mov',
    'mp4',
    'matroska',
    'webm',
    'avi',
    'mpegts',
    'mpeg',
    'mpegvideo',
    'm4v',
    'h264',
    'hevc',
    'obu',
    'ivf',
  ],
  ...['flv', 'ogg', 'asf', 'mxf', 'gif', 'nut', 'dv'],
];

/**
 * Options that open a file as nothing but a file: no address, no playlist that names other files, no option hidden in its name.
 * @param file path, made absolute
 */
export function inputOptions(file: string): string[] {
  return [
    ...['-protocol_whitelist', 'file', '-format_whitelist', CONTAINERS.join(',')],
    ...['-i', `file:${path.resolve(file)}`],
  ];
}
