import type { Command } from 'commander';
import { addEngagementSimulation } from './video-engagement.command';

/** `keyart video …`. */
export function addVideoCommands(program: Command): void {
  const video = program
    .command('video')
    .description('videos: frames that may become artwork, scenes that engage');
  addEngagementSimulation(video);
}
