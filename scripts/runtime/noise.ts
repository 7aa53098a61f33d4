/**
 * Chromium's source files that complain on Linux machines without a graphics card, a desktop session or a system bus,
 * and lose nothing by it.
 */
const harmlessSources = [
  'angle_platform_impl',
  'bus',
  'command_buffer_proxy_impl',
  'gl_display',
  'gl_surface_presentation_helper',
  'gles2_cmd_decoder_passthrough',
  'gpu_channel_manager',
  'gpu_memory_buffer_support_x11',
  'gpu_process_host',
  'object_proxy',
  'sandbox_linux',
  'vaapi_wrapper',
  'viz_main_impl',
  'vulkan_instance',
  'x11_software_bitmap_presenter',
];

const complaint = /^\[\d+(?::\d+)?[:/][\d/.]+:(?:ERROR|WARNING):(?:[\w./-]*\/)?(\w+)\.cc[(:]\d+\)?\]/;

/** Tells Chromium's complaints about a bare machine from everything worth reading on standard error. */
export function isKnownNoise(line: string): boolean {
  const source = complaint.exec(line)?.[1];
  return source !== undefined && harmlessSources.includes(source);
}
